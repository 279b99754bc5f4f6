#pragma once
// What the workloads of enterprises ask of the park's data centres, month by month in every future of the adoption forecast: when which
// resource runs out, the power they draw with their cooling over a typical year, and the traffic they send. Several data centres in
// operation share the workloads in proportion to their cores.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"
#include "engine/simulators/cloud/data_centre/capacity.h"
#include "engine/simulators/cloud/data_centre/options.h"

namespace parktwin::cloud::data_centre {

/// employees[month * replicas + replica]: hosted employees, weighted by depth of use, of all data centres; month 0 is today.
struct HostedEmployees {
  std::size_t replicas = 0;
  std::vector<double> employees;

  [[nodiscard]] std::size_t months() const { return replicas == 0 ? 0 : employees.size() / replicas; }
};

struct ResourceFigures {
  Id<DataCentre> centre;
  Resource resource = Resource::cores;
  std::string unit;
  double capacity = 0.0;
  double demand_today = 0.0;
  double demand_p50 = 0.0;
  double demand_p90 = 0.0;
  double runs_out_probability = 0.0;
  std::optional<std::int32_t> runs_out_months_p10;
  std::optional<std::int32_t> runs_out_months_p50;
};

template <class Visitor, DescribedAs<ResourceFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"centre", "", "data centre"}, figures.centre);
  visit(Field{"resource", "", "what may run out"}, figures.resource);
  visit(Field{"unit", "", "unit of capacity and demand"}, figures.unit);
  visit(Field{"capacity", "", "what it has, without spare servers, overcommit included"}, figures.capacity);
  visit(Field{"demand_today", "", "what today's workloads take in the busy hour"}, figures.demand_today);
  visit(Field{"demand_p50", "", "median demand at the horizon"}, figures.demand_p50);
  visit(Field{"demand_p90", "", "demand at the horizon that 90 % of the futures stay below"}, figures.demand_p90);
  visit(Field{"runs_out_probability", "1", "share of the futures in which it runs out within the horizon"}, figures.runs_out_probability);
  visit(Field{"runs_out_months_p10", "", "months within which it has run out in 10 % of the futures; empty: not within the horizon"},
        figures.runs_out_months_p10);
  visit(Field{"runs_out_months_p50", "", "the same for half of them"}, figures.runs_out_months_p50);
}

struct CentreFigures {
  Id<DataCentre> centre;
  bool in_operation = false;
  Id<NetworkNode> node;
  Id<Bus> bus;
  double employees_today = 0.0;
  double power_today_kw = 0.0;
  double power_horizon_kw = 0.0;
  double energy_today_mwh = 0.0;
  double energy_horizon_mwh = 0.0;
  double pue_today = 0.0;
  double pue_horizon = 0.0;
  double pue_least = 0.0;
  double pue_most = 0.0;
  double traffic_today_mbps = 0.0;
  double traffic_horizon_mbps = 0.0;
};

template <class Visitor, DescribedAs<CentreFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"centre", "", "data centre"}, figures.centre);
  visit(Field{"in_operation", "", "carries workloads; else all figures are 0"}, figures.in_operation);
  visit(Field{"node", "", "where its traffic enters the network"}, figures.node);
  visit(Field{"bus", "", "where its power is taken from"}, figures.bus);
  visit(Field{"employees_today", "", "hosted today, weighted by depth of use"}, figures.employees_today);
  visit(Field{"power_today_kw", "kW", "highest power of the year with today's workloads, cooling and losses included"},
        figures.power_today_kw);
  visit(Field{"power_horizon_kw", "kW", "the same with the median workloads of the horizon"}, figures.power_horizon_kw);
  visit(Field{"energy_today_mwh", "MWh", "a year with today's workloads"}, figures.energy_today_mwh);
  visit(Field{"energy_horizon_mwh", "MWh", "a year with the median workloads of the horizon"}, figures.energy_horizon_mwh);
  visit(Field{"pue_today", "", "power usage effectiveness over the year with today's workloads"}, figures.pue_today);
  visit(Field{"pue_horizon", "", "the same with the median workloads of the horizon"}, figures.pue_horizon);
  visit(Field{"pue_least", "", "of the best hour of the year, today's workloads"}, figures.pue_least);
  visit(Field{"pue_most", "", "of the worst hour"}, figures.pue_most);
  visit(Field{"traffic_today_mbps", "Mbit/s", "sent in the busy hour by today's workloads"}, figures.traffic_today_mbps);
  visit(Field{"traffic_horizon_mbps", "Mbit/s", "sent by the median workloads of the horizon"}, figures.traffic_horizon_mbps);
}

struct Result {
  std::vector<CentreFigures> centres;
  std::vector<ResourceFigures> resources;
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"centres", "", "power and traffic per data centre"}, result.centres);
  visit(Field{"resources", "", "what runs out when"}, result.resources);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
}

[[nodiscard]] Result simulate(const Park& park, const Options& options, const HostedEmployees& hosted);

/// Power of every hour of the year under constant workloads, cooling and losses included.
[[nodiscard]] std::vector<double> hourly_power_kw(const DataCentre& centre, double employees, const Weather& weather,
                                                  const Options& options);

}  // namespace parktwin::cloud::data_centre
