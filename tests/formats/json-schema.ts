type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** The keywords of draft 2020-12 our schemas use; any other makes the test fail, so that nothing is passed over. */
const ANNOTATIONS = new Set(['$schema', '$id', '$defs', 'title', 'description', 'default', 'format']);

/** Places where a value does not fit a schema. */
export function misfits(root: Json, value: unknown, schema: unknown = root, at = '$'): string[] {
  if (schema === true) return [];
  if (!isObject(schema)) throw new Error(`no schema at ${at}`);
  const inside = (part: unknown, sub: unknown, place: string): string[] => misfits(root, part, sub, place);
  return Object.entries(schema).flatMap(([keyword, rule]): string[] => {
    const wrong = (bad: boolean): string[] => (bad ? [`${at}: ${keyword}`] : []);
    const list = rule as readonly unknown[];
    const number = rule as number;
    if (ANNOTATIONS.has(keyword)) return [];
    switch (keyword) {
      case '$ref':
        return inside(value, (root['$defs'] as Json)[(rule as string).replace('#/$defs/', '')], at);
      case 'type': {
        const types = [rule].flat();
        const integer = types.includes('integer') && Number.isInteger(value);
        return wrong(!integer && !types.includes(typeOf(value)));
      }
      case 'const':
        return wrong(value !== rule);
      case 'enum':
        return wrong(!list.includes(value));
      case 'anyOf':
        return wrong(list.every((sub) => inside(value, sub, at).length > 0));
      case 'oneOf':
        return wrong(list.filter((sub) => inside(value, sub, at).length === 0).length !== 1);
      case 'required':
        return wrong(isObject(value) && list.some((name) => !Object.hasOwn(value, name as string)));
      case 'properties': {
        if (!isObject(value)) return [];
        const known = Object.entries(rule as Json).filter(([name]) => Object.hasOwn(value, name));
        return known.flatMap(([name, sub]) => inside(value[name], sub, `${at}.${name}`));
      }
      case 'additionalProperties': {
        if (!isObject(value)) return [];
        const named = new Set(Object.keys((schema['properties'] as Json | undefined) ?? {}));
        const others = Object.entries(value).filter(([name]) => !named.has(name));
        return others.flatMap(([name, member]) => inside(member, rule, `${at}.${name}`));
      }
      case 'propertyNames':
        return isObject(value)
          ? Object.keys(value).flatMap((name) => inside(name, rule, `${at}.${name}`))
          : [];
      case 'items':
        return Array.isArray(value)
          ? value.flatMap((item, i) => inside(item, rule, `${at}[${String(i)}]`))
          : [];
      case 'minItems':
        return wrong(Array.isArray(value) && value.length < number);
      case 'maxItems':
        return wrong(Array.isArray(value) && value.length > number);
      case 'minProperties':
        return wrong(isObject(value) && Object.keys(value).length < number);
      case 'minimum':
        return wrong(typeof value === 'number' && value < number);
      case 'maximum':
        return wrong(typeof value === 'number' && value > number);
      case 'pattern':
        return wrong(typeof value === 'string' && !new RegExp(rule as string, 'u').test(value));
      default:
        throw new Error(`the keyword ${keyword} at ${at} is not known to this test`);
    }
  });
}
