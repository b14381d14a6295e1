-- A service that never migrates looks here whether somebody else has.
DO $$
BEGIN
    IF current_user <> '${service_role}' THEN
        -- Of two instances that start together the second finds it done.
        PERFORM pg_advisory_xact_lock(hashtext('flyway_schema_history'));
        IF NOT has_table_privilege('${service_role}', 'flyway_schema_history', 'SELECT') THEN
            GRANT SELECT ON flyway_schema_history TO "${service_role}";
        END IF;
    END IF;
END $$;
