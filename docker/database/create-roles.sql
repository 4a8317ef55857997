-- Run once by the PostgreSQL image, as its superuser, when the volume is new. The passwords are read from mounted
-- secrets by psql itself, so that they stand on no command line.
\set owner_password `cat "${SECRETS_FOLDER:-/run/secrets}/owner_password"`
\set application_password `cat "${SECRETS_FOLDER:-/run/secrets}/application_password"`

create role jip_owner login createrole password :'owner_password';
create role jip_app_login login password :'application_password';
create database joint_inspection owner jip_owner encoding 'UTF8' template template0;
revoke all on database joint_inspection from public;
grant connect on database joint_inspection to jip_app_login;
