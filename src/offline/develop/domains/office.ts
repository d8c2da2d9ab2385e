import { type Domain, place } from './domain.ts';

/** Desks, servers and people with lanyards. */
export const OFFICE: Domain = {
  name: 'office',
  cues: ['programmer', 'hacker', 'startup', 'company', 'office', 'ceo', 'accountant', 'intern', 'algorithm', 'app', 'computer', 'software', 'scientist', 'laboratory', 'lab', 'inventor', 'ai', 'data', 'secretary', 'executive', 'corporation', 'clerk', 'salesman', 'insurance', 'time'],
  places: [
    place('OPEN-PLAN OFFICE', true, 'Sixty desks, fifty-eight empty, a plant with a name badge.', ['Ventilation and one keyboard.', 'Headphones mean no.']),
    place('GLASS MEETING ROOM', true, 'A long table, a screen asking for a cable, everybody’s reflection.', ['Nothing from outside, and outside sees everything.', 'Booked in quarter hours.']),
    place('SERVER ROOM', true, 'Blue lights in aisles, a raised floor, a chair that should not be here.', ['Fans, at the pitch of a held breath.', 'No liquids, no visitors, no magnets.']),
    place('OFFICE STAIRWELL', true, 'Concrete, numbers, a window onto a wall.', ['A door closing four floors up.', 'What is said between floors has not been said.']),
    place('UNDERGROUND CAR PARK', true, 'Pillars, oil, a barrier with a bad memory.', ['A tyre on painted floor.', 'Badge in, badge out.']),
  ],
  props: ['a cracked lanyard', 'a drive the size of a thumbnail', 'a resignation letter in draft', 'a box of desk things', 'a birthday card for the wrong person', 'a stress ball', 'a printed log', 'a stolen stapler', 'a whiteboard pen, dry', 'a non-disclosure form', 'a cold noodle box', 'a visitor pass', 'a spare charger', 'a desk fan'],
  token: 'the deleted log',
  object: 'the live system',
  words: 'ship, patch, ticket, rollback, quarter, sign-off.',
  people: [
    { is: 'a founder who rehearses sincerity', wants: 'launch on the day that was announced' },
    { is: 'a night cleaner who used to run the place’s mainframe', wants: 'see the lights go off once' },
    { is: 'an auditor with a packed lunch', wants: 'count what is there' },
  ],
  titles: ['Rollback', 'Known Issues', 'Signed Off', 'The Quiet Floor'],
  before: 'before the system goes live',
};
