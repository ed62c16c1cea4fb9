/**
 * The role that works on the tables. Row-level security binds it; the owner, who may be a superuser, only makes it.
 *
 * Roles belong to the cluster, so its name comes from the owner's: databases of one owner share the role, and several
 * may be migrated at once. Whoever lost the race to create it finds it committed.
 */
export const applicationRole = [
  `do $body$
  declare
    owner text := current_user;
    app text := case when octet_length(owner) <= 48 then owner else md5(owner) end || '_ledgerpost_app';
    -- From version 16 on a member may not always become the role.
    becoming text := case when current_setting('server_version_num')::int4 >= 160000 then 'SET' else 'MEMBER' end;
    wanted text[] := '{}';
  begin
    if not exists (select from pg_roles where rolname = app) then
      begin
        execute format('create role %I nologin', app);
      exception
        when duplicate_object or unique_violation then null;
        when insufficient_privilege then wanted := array[format('create role %I nologin', app)];
      end;
    end if;
    if cardinality(wanted) > 0 or not pg_has_role(owner, app, becoming) then
      begin
        execute format('grant %I to %I', app, owner);
      exception
        when unique_violation then null;
        when insufficient_privilege or undefined_object then wanted := wanted || format('grant %I to %I', app, owner);
        when internal_error then
          if not pg_has_role(owner, app, becoming) then raise; end if;
      end;
    end if;
    if cardinality(wanted) > 0 then
      raise exception 'the user % may not make the role that Ledgerpost works as. An administrator must run once: %',
        owner, array_to_string(wanted, '; ') using errcode = 'insufficient_privilege';
    end if;
    if exists (select from pg_roles where rolname = app and (rolsuper or rolbypassrls)) then
      raise exception 'nothing would keep subscribers apart. An administrator must run: alter role % nosuperuser nobypassrls',
        quote_ident(app) using errcode = 'insufficient_privilege';
    end if;
    execute format('create function application_role() returns text language sql immutable as %L', format('select %L', app));
    execute format('grant usage on schema %I to %I', current_schema(), app);
    -- Views too, and what later migrations create.
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to %I',
      current_schema(), app);
  end $body$`,
]
