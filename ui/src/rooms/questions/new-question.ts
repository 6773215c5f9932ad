/** In the room's route, in the place of the id of a question that is revised: a new one is written. */
export const NEW = 'new';
