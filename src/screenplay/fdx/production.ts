import type { CastMember, Production, RevisionSet, Tag } from '../tree.ts';
import { readColor, writeColor } from './color.ts';
import { element } from './write-paragraph.ts';
import { childOf, childrenOf, type XmlElement } from './xml.ts';
import { escapeText, openTag } from './xml-write.ts';

/** What a document says about production, but for its locked pages. */
export type ProductionLists = Omit<Production, 'lockedPages'>;

/**
 * Read revision sets, scene numbers, cast and tags. Every file of Final Draft lists nine sets whether it uses them or
 * not: those are read that are active, and those up to the last that words of the script belong to (`usedSet`).
 */
export function readProduction(root: XmlElement | undefined, usedSet: number): ProductionLists {
  const revisions = readRevisions(childOf(root, 'Revisions'), usedSet);
  const cast = readCast(childOf(root, 'Cast'));
  const tags = readTags(childOf(root, 'TagData'));
  const sceneNumbers = readSceneNumbers(childOf(root, 'SceneNumberOptions'));
  return {
    ...(revisions.length === 0 ? {} : { revisions }),
    ...(sceneNumbers === undefined ? {} : { sceneNumbers }),
    ...(cast.length === 0 ? {} : { cast }),
    ...(tags.length === 0 ? {} : { tags }),
  };
}

function readRevisions(revisions: XmlElement | undefined, usedSet: number): readonly RevisionSet[] {
  const active = revisions?.attributes['RevisionMode'] === 'Yes' ? Number(revisions.attributes['ActiveSet']) : 0;
  const last = Math.max(usedSet, Number.isInteger(active) ? active : 0);
  return childrenOf(revisions, 'Revision').flatMap(({ attributes }) => {
    const { ID, Name: name = '', Mark: mark = '', Color, PageColor, Date: date } = attributes;
    const id = Number(ID);
    if (!Number.isInteger(id) || id < 1 || id > last) return [];
    const color = readColor(Color) ?? '#000000';
    const pageColor = readColor(PageColor) ?? '#FFFFFF';
    return [{ id, name, mark, color, pageColor, ...(date === undefined ? {} : { date }) }];
  });
}

/** Write revision sets over those a document has. Sets of its palette that were not issued stay behind them. */
export function writeRevisions(sets: readonly RevisionSet[], old: XmlElement | undefined, indent: string): string {
  const issued = new Set(sets.map(({ id }) => id));
  const active = Math.max(0, ...issued);
  const rest = childrenOf(old, 'Revision').filter(({ attributes }) => Number(attributes['ID']) > active);
  const lines = sets.map((set) => {
    const before = childrenOf(old, 'Revision').find(({ attributes }) => Number(attributes['ID']) === set.id);
    const own = {
      Color: writeColor(set.color),
      Date: set.date,
      ID: `${set.id}`,
      Mark: set.mark,
      Name: set.name,
      PageColor: writeColor(set.pageColor),
    };
    return openTag('Revision', Object.entries({ ...before?.attributes, ...own }), true);
  });
  const kept = rest.map(({ attributes }) => openTag('Revision', Object.entries(attributes), true));
  const attributes = { ...old?.attributes, ActiveSet: `${active}`, RevisionMode: sets.length > 0 ? 'Yes' : 'No' };
  return element('Revisions', Object.entries(attributes), [...lines, ...kept], indent);
}

/** Both margins is what is so when nothing is said. */
function readSceneNumbers(options: XmlElement | undefined): Production['sceneNumbers'] {
  if (options === undefined) return undefined;
  const left = options.attributes['ShowNumbersOnLeft'] !== 'No';
  const right = options.attributes['ShowNumbersOnRight'] !== 'No';
  if (left && right) return undefined;
  return left ? 'left' : right ? 'right' : 'none';
}

/** Write where scene numbers stand into the first tag of the options a document has, or a new element. */
export function writeSceneNumbers(where: Production['sceneNumbers'], old: XmlElement | undefined): string {
  const yes = (side: 'left' | 'right'): string =>
    where === undefined || where === 'both' || where === side ? 'Yes' : 'No';
  const attributes = { ...old?.attributes, ShowNumbersOnLeft: yes('left'), ShowNumbersOnRight: yes('right') };
  const empty = old === undefined || old.innerTo === old.to;
  return openTag('SceneNumberOptions', Object.entries(attributes), empty);
}

function readCast(cast: XmlElement | undefined): readonly CastMember[] {
  return childrenOf(cast, 'Member').flatMap(({ attributes }) => {
    const { Character: name = '', Description: description } = attributes;
    return name.trim() === '' ? [] : [{ name, ...(description === undefined ? {} : { description }) }];
  });
}

/** Write a cast list; what else a document says of its cast stays. */
export function writeCast(
  cast: readonly CastMember[],
  old: XmlElement | undefined,
  source: string,
  indent: string,
): string {
  const before = new Map(childrenOf(old, 'Member').map(({ attributes }) => [attributes['Character'], attributes]));
  const others = old?.children.filter(({ name }) => name !== 'Member') ?? [];
  const lines = cast.map(({ name, description }) => {
    const { Description: _, ...rest } = before.get(name) ?? {};
    return openTag('Member', Object.entries({ ...rest, Character: name, Description: description }), true);
  });
  return element(
    'Cast',
    Object.entries(old?.attributes ?? {}),
    [...others.map(({ from, to }) => source.slice(from, to)), ...lines],
    indent,
  );
}

function readTags(data: XmlElement | undefined): readonly Tag[] {
  const categories = new Map(
    childrenOf(childOf(data, 'TagCategories'), 'TagCategory').map(({ attributes }) => [
      attributes['Id'],
      attributes['Name'],
    ]),
  );
  const definitions = new Map(
    childrenOf(childOf(data, 'TagDefinitions'), 'TagDefinition').map(({ attributes }) => [
      attributes['Id'],
      attributes,
    ]),
  );
  return childrenOf(childOf(data, 'Tags'), 'Tag').flatMap((tag) => {
    const definition = definitions.get(childOf(tag, 'DefId')?.text.trim());
    const number = Number(tag.attributes['Number']);
    if (definition === undefined || !Number.isInteger(number)) return [];
    return [{ number, category: categories.get(definition['CatId']) ?? '', label: definition['Label'] ?? '' }];
  });
}

/** Write tags; the categories a document has stay, with their colours. */
export function writeTags(tags: readonly Tag[], old: XmlElement | undefined, source: string, indent: string): string {
  const inner = `${indent}  `;
  const olds = childrenOf(childOf(old, 'TagCategories'), 'TagCategory');
  const ids = new Map(olds.map(({ attributes }) => [attributes['Name'] ?? '', attributes['Id'] ?? '']));
  const numbers = olds.map(({ attributes }) => Number(attributes['Number'])).filter(Number.isFinite);
  let last = numbers.reduce((most, number) => Math.max(most, number), 0);
  const added: string[] = [];
  const definitions: string[] = [];
  const marks: string[] = [];
  tags.forEach(({ number, category, label }, index) => {
    if (!ids.has(category)) {
      last += 1;
      ids.set(category, uuid(1, last));
      added.push(
        openTag(
          'TagCategory',
          [
            ['Id', uuid(1, last)],
            ['Name', category],
            ['Number', last],
          ],
          true,
        ),
      );
    }
    const id = uuid(2, index + 1);
    definitions.push(
      openTag(
        'TagDefinition',
        [
          ['CatId', ids.get(category)],
          ['Id', id],
          ['Label', label],
          ['Number', index + 1],
        ],
        true,
      ),
    );
    marks.push(element('Tag', [['Number', number]], [`<DefId>${escapeText(id)}</DefId>`], `${inner}  `));
  });
  const kept = olds.map(({ from, to }) => source.slice(from, to));
  return element(
    'TagData',
    [],
    [
      element('TagCategories', [], [...kept, ...added], inner),
      element('TagDefinitions', [], definitions, inner),
      element('Tags', [], marks, inner),
    ],
    indent,
  );
}

/** An identifier in the form Final Draft gives tags. It is made of numbers, so that a file is written the same way each time. */
function uuid(kind: number, number: number): string {
  return `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}
