const SCALARS = ['string', 'integer', 'number', 'boolean'];

const hasValue = (schema) =>
  schema.example !== undefined || schema.enum !== undefined || schema.nullable || schema.properties !== undefined || schema.allOf !== undefined;

/** A simple field, or a list of simple values, has an example: whole examples are put together from them. */
export default (property) => {
  const isSimple = SCALARS.includes(property.type) || SCALARS.includes(property.items?.type);
  return !isSimple || hasValue(property) || (property.items && hasValue(property.items))
    ? []
    : [{ message: 'has no example' }];
};
