-- The other restaurants of the group whose figures a person sees, separated by commas. A column as roles are: it is read
-- with the person at every sign-in, and changes with the person's version.
ALTER TABLE staff_members
    ADD COLUMN oversees text NOT NULL DEFAULT '' CHECK (oversees ~ '^([0-9]{1,18}(,[0-9]{1,18})*)?$');
