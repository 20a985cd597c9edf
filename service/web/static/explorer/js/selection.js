// Which entity is chosen: one for the whole page. The text, the map, the timeline and the lists follow it.

export function makeSelection() {
  let chosen = null;
  const listeners = [];
  return {
    get: () => chosen,
    /** Calls `listener(entity, origin)` at each change; the entity is null when nothing is chosen. */
    follow: (listener) => listeners.push(listener),
    /** `origin` says in which view it was chosen, so that this one does not move under the hand. */
    choose(entity, origin) {
      chosen = entity;
      for (const listener of listeners) listener(entity, origin);
    },
    /** Chooses the entity, or none when it is chosen already. */
    toggle(entity, origin) {
      this.choose(chosen?.key === entity.key ? null : entity, origin);
    },
  };
}
