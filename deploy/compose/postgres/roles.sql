-- Roles and databases, made when they are missing, at every start of the primary; passwords are set anew from the files.
-- The same as under ./brigade: the database of payments-service belongs to a role of its own, because whoever owns a
-- table can't be refused to change it.
\set database_password `cat "$SECRETS"/database-password`
\set payments_owner_password `cat "$SECRETS"/payments-owner-password`
\set replication_password `cat "$SECRETS"/replication-password`
\set monitoring_password `cat "$SECRETS"/monitoring-password`
SELECT format('CREATE ROLE %I LOGIN', name)
  FROM unnest(ARRAY['brigade', 'brigade_payments_owner', 'brigade_replication', 'brigade_monitor']) AS name
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec
ALTER ROLE brigade PASSWORD :'database_password';
ALTER ROLE brigade_payments_owner PASSWORD :'payments_owner_password';
ALTER ROLE brigade_replication REPLICATION PASSWORD :'replication_password';
ALTER ROLE brigade_monitor PASSWORD :'monitoring_password';
GRANT pg_monitor TO brigade, brigade_monitor;
SELECT format('CREATE DATABASE %I OWNER %I', name,
              CASE name WHEN 'brigade_payments' THEN 'brigade_payments_owner' ELSE 'brigade' END)
  FROM unnest(ARRAY['brigade_menu', 'brigade_orders', 'brigade_payments', 'brigade_staff']) AS name
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = name) \gexec
