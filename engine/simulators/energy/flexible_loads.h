#pragma once
// Electricity that enterprises would move in time, or be paid to leave: what of each consumer's course is flexible, gathered into groups
// that one programme can schedule, and the loads as they become. Members of a group follow one course in proportion and have the same
// bounds, so that what is decided for the group is shared in proportion and keeps every member's bounds exactly.
#include <optional>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/energy/dispatch/hub.h"
#include "engine/simulators/energy/loads/loads.h"

namespace parktwin::energy {

struct FlexibleGroup {
  std::string name;
  std::vector<double> demand_kw;  ///< planned, per quarter-hour
  bool interruptible = false;     ///< else it moves
  double delay_h = 0.0;
  double advance_h = 0.0;
  double most_kw = dispatch::unlimited;
  double cny_per_kwh = 0.0;
  double most_kwh = dispatch::unlimited;  ///< that may be left in the year
};

/// A consumer's part of a group.
struct FlexiblePart {
  Id<LoadFlexibility> load;
  std::size_t consumer = 0;  ///< in Loads::consumers
  std::size_t group = 0;
  double share = 0.0;  ///< of the group
};

struct FlexibleLoads {
  std::vector<FlexibleGroup> groups;
  std::vector<FlexiblePart> parts;
};

[[nodiscard]] FlexibleLoads flexible_loads(const Park& park, const loads::Loads& loads);

struct FlexibleLoadFigures {
  Id<LoadFlexibility> load;
  double shiftable_mwh = 0.0;
  double moved_mwh = 0.0;
  double interruptible_mwh = 0.0;
  double interrupted_mwh = 0.0;
  double interrupted_h = 0.0;  ///< hours in which anything is left
  double paid_cny = 0.0;
};

template <class Visitor, DescribedAs<FlexibleLoadFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"load", "", "record of the enterprise's flexibility"}, figures.load);
  visit(Field{"shiftable_mwh", "MWh", "electricity that may be moved"}, figures.shiftable_mwh);
  visit(Field{"moved_mwh", "MWh", "of it, used at another time than planned"}, figures.moved_mwh);
  visit(Field{"interruptible_mwh", "MWh", "electricity that may be interrupted"}, figures.interruptible_mwh);
  visit(Field{"interrupted_mwh", "MWh", "of it, not used"}, figures.interrupted_mwh);
  visit(Field{"interrupted_h", "h", "hours in which anything is interrupted"}, figures.interrupted_h);
  visit(Field{"paid_cny", "CNY", "paid to the enterprise for it"}, figures.paid_cny);
}

/// Of the park's hub over the year. The saving is against the loads as planned, storages as scheduled, losses as simulated.
struct Flexibility {
  std::string reason;  ///< why nothing is moved or interrupted although some of it may be; empty: it is
  double moved_mwh = 0.0;
  double interrupted_mwh = 0.0;
  double paid_cny = 0.0;
  std::optional<double> saving_cny;  ///< on the bill, less what is paid; none: no bill
  std::vector<FlexibleLoadFigures> loads;
};

template <class Visitor, DescribedAs<Flexibility> Self>
void describe(Visitor&& visit, Self& flexibility) {
  visit(Field{"reason", "", "why nothing is moved or interrupted"}, flexibility.reason);
  visit(Field{"moved_mwh", "MWh", "electricity used at another time than planned"}, flexibility.moved_mwh);
  visit(Field{"interrupted_mwh", "MWh", "electricity not used, against payment"}, flexibility.interrupted_mwh);
  visit(Field{"paid_cny", "CNY", "paid for interruptions"}, flexibility.paid_cny);
  visit(Field{"saving_cny", "CNY", "saved on the bill against the loads as planned, less what is paid"}, flexibility.saving_cny);
  visit(Field{"loads", "", "by enterprise with flexible loads"}, flexibility.loads);
}

/// `used_kw`: what each group draws per quarter-hour; empty: as planned. Consumers with parts get courses of their own.
void follow_schedule(const FlexibleLoads& flexible, const std::vector<std::vector<double>>& used_kw, loads::Loads& loads);

/// Without the saving, which needs the bill.
[[nodiscard]] Flexibility flexibility_of(const Park& park, const FlexibleLoads& flexible, const std::vector<std::vector<double>>& used_kw);

/// What is drawn beyond the plan per quarter-hour; negative: less. Empty: nothing changes.
[[nodiscard]] std::vector<double> beyond_plan(const FlexibleLoads& flexible, const std::vector<std::vector<double>>& used_kw);

}  // namespace parktwin::energy
