create table if not exists report (
	night integer primary key,
	orders integer not null,
	cents integer not null,
	best_seller text not null,
	instance text not null,
	term integer not null,
	token text not null,
	started_at integer not null,
	finished_at integer not null
);

create table if not exists refused (
	name text not null,
	instance text not null,
	token text not null,
	newest text not null,
	refused_at integer not null
);

-- Four weeks of a coffee shop, the same in every database
create table if not exists purchase (
	day integer not null,
	product text not null,
	cents integer not null
);

insert into purchase (day, product, cents)
with recursive dice (i, r) as (
	select 0, 20261121
	union all
	select i + 1, (r * 1103515245 + 12345) % 2147483648 from dice where i < 1199
),
product (number, name, cents) as (
	values (0, 'Espresso beans', 1450), (1, 'Filter beans', 1290), (2, 'Hand grinder', 8900),
		(3, 'Gooseneck kettle', 6400), (4, 'Paper filters', 390), (5, 'Stoneware cup', 1800)
)
select (r >> 8) % 28, name, cents from dice join product on number = (r >> 16) % 6
where not exists (select 1 from purchase);
