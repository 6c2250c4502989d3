// A record with as many members as are asked for: those of a sample over and over, each with a name and ids of their own.

export function withMembers(text, count) {
  const record = JSON.parse(text);
  const { people, appointments, assessments = [] } = record;
  const members = people.filter(({ id }) => appointments.some(({ person }) => person === id));
  for (let copy = members.length; copy < count; copy++) {
    const from = members[copy % members.length];
    const id = `${from.id}c${copy}`;
    people.push({ ...from, id, name: `${from.name}${copy}` });
    for (const [list, key] of [[appointments, "seat"], [assessments, "year"]]) {
      const own = list.filter((one) => one.person === from.id && one[key] !== "secretary");
      list.push(...own.map((one) => ({ ...one, id: `${one.id}c${copy}`, person: id })));
    }
  }
  return JSON.stringify(record);
}
