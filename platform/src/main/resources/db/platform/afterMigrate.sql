-- A service that never migrates looks here whether somebody else has.
DO $$
BEGIN
    IF current_user <> '${service_role}' THEN
        GRANT SELECT ON flyway_schema_history TO "${service_role}";
    END IF;
END $$;
