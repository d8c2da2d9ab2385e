/** The name of a task as that of a schema: OpenAI takes letters, digits, underscores and dashes, 64 at most. */
export function schemaName(task: string): string {
  return task.replace(/[^\w-]/g, '_').slice(0, 64) || 'answer';
}
