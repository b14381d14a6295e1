/** A schema without a list of required fields has only fields that can be null: nothing was forgotten. */
export default (schema) => {
  if (schema.required !== undefined) {
    return [];
  }
  const forgotten = Object.keys(schema.properties).filter((name) => !schema.properties[name].nullable);
  return forgotten.length === 0
    ? []
    : [{ message: `Neither required nor nullable: ${forgotten.join(', ')}. Mark fields with @NotNull or @Nullable.` }];
};
