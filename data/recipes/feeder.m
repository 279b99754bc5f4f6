function mpc = feeder
%FEEDER  110/10 kV substation with a 10 kV feeder of four cables and a plant; written for parktwin.
mpc.version = '2';
mpc.baseMVA = 100;
%	bus_i	type	Pd	Qd	Gs	Bs	area	Vm	Va	baseKV	zone	Vmax	Vmin
mpc.bus = [
	1	3	0	0	0	0	1	1.02	0	110	1	1.05	0.95;
	2	1	0	0	0	3	1	1	0	10	1	1.07	0.93;
	3	1	2.4	0.8	0	0	1	1	0	10	1	1.07	0.93;
	4	1	3.1	1.0	0	0	1	1	0	10	1	1.07	0.93;
	5	1	1.2	-0.1	0	0	1	1	0	10	1	1.07	0.93;
	6	2	0.9	0.3	0	0	1	1.01	0	10	1	1.07	0.93;
];
%	bus	Pg	Qg	Qmax	Qmin	Vg	mBase	status	Pmax	Pmin
mpc.gen = [
	1	0	0	Inf	-Inf	1.02	100	1	60	0;
	6	1.5	0	1	-1	1.01	2	1	2	0;
];
%	fbus	tbus	r	x	b	rateA	rateB	rateC	ratio	angle	status	angmin	angmax
mpc.branch = [
	1	2	0.01	0.2625	0	40	0	0	0.9524	0	1	-360	360;
	2	3	0.24	0.15	0.00013	7	0	0	0	0	1	-360	360;
	3	4	0.19	0.12	0.0001	7	0	0	0	0	1	-360	360;
	4	5	0.32	0.2	0.00017	7	0	0	0	0	1	-360	360;
	2	6	0.27	0.17	0.00014	7	0	0	0	0	1	-360	360;
];
