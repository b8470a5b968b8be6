-- The newest token of each name; nobody with an older one gets past it.
-- For PostgreSQL, MySQL, MariaDB, H2, HSQLDB and SQLite, and easily read as anything else
create table if not exists zkhelper_fence (
	name varchar(200) not null primary key,
	token varchar(25) not null
);
