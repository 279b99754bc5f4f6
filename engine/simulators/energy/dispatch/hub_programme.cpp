#include "engine/simulators/energy/dispatch/hub_programme.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/core/check.h"

namespace parktwin::energy::dispatch {
namespace {

constexpr std::size_t electricity = 0;
constexpr std::size_t heat = 1;

std::int32_t number(std::size_t value) { return static_cast<std::int32_t>(value); }

class Builder {
 public:
  Builder(const Hub& hub, const CarbonTerms& carbon, const Window& window) : hub_(hub), carbon_(carbon), window_(window) {
    for (std::size_t carrier = 0; carrier < carrier_count; ++carrier) {
      if (has(hub, static_cast<Carrier>(carrier))) {
        built_.balance[carrier] = rows("balance of " + std::string(name_of(static_cast<Carrier>(carrier))), 0.0, 0.0);
      }
    }
    for (std::size_t carrier = 0; carrier < carrier_count; ++carrier) {
      if (built_.balance[carrier] < 0) continue;
      for (std::size_t i = 0; i < window_.steps; ++i) demand(carrier, i, at(hub_.demand_kw[carrier], step(i)));
    }
  }

  HubProgramme build() {
    grid();
    if (carbon_.most_kg) emission_row_ = single_row("carbon budget", -unlimited, *carbon_.most_kg);
    import_costs();
    for (const auto& renewable : hub_.renewables) add(renewable);
    for (std::size_t i = 0; i < hub_.stores.size(); ++i) add(hub_.stores[i], i);
    for (std::size_t i = 0; i < hub_.converters.size(); ++i) add(hub_.converters[i], i);
    for (std::size_t i = 0; i < hub_.flexible.size(); ++i) add(hub_.flexible[i], i);
    for (std::size_t i = 0; i < hub_.interruptible.size(); ++i) add(hub_.interruptible[i], i);
    if (hub_.most_rejected_heat_kw > 0.0 && built_.balance[heat] >= 0) {
      built_.rejected_kw = columns("rejected heat", 0.0, hub_.most_rejected_heat_kw, 0.0);
      for (std::size_t i = 0; i < window_.steps; ++i) enter(heat, i, built_.rejected_kw, -1.0);
    }
    return std::move(built_);
  }

 private:
  [[nodiscard]] std::size_t step(std::size_t i) const { return window_.first + i; }

  std::int32_t columns(std::string name, double least, double most, double cost) {
    const auto first = programme().add_columns(window_.steps, least, most, cost);
    built_.columns.push_back({std::move(name), Block::Kind::step, first, window_.steps});
    return first;
  }
  std::int32_t single_column(std::string name, double most, double cost) {
    const auto first = programme().add_columns(1, 0.0, most, cost);
    built_.columns.push_back({std::move(name), Block::Kind::single, first, 1});
    return first;
  }
  std::int32_t rows(std::string name, double least, double most) {
    const auto first = programme().add_rows(window_.steps, least, most);
    built_.rows.push_back({std::move(name), Block::Kind::step, first, window_.steps});
    return first;
  }
  std::int32_t single_row(std::string name, double least, double most) {
    const auto first = programme().add_rows(1, least, most);
    built_.rows.push_back({std::move(name), Block::Kind::single, first, 1});
    return first;
  }
  LinearProgramme& programme() { return built_.programme; }
  void set(std::int32_t row_block, std::int32_t column_block, std::size_t i, double value) {
    programme().set(row_block + number(i), column_block + number(i), value);
  }
  void enter(std::size_t carrier, std::size_t i, std::int32_t column_block, double value) {
    if (value != 0.0) set(built_.balance[carrier], column_block, i, value);
  }
  void demand(std::size_t carrier, std::size_t i, double kw) {
    const auto row = static_cast<std::size_t>(built_.balance[carrier]) + i;
    programme().row_lower[row] += kw;
    programme().row_upper[row] += kw;
  }
  double& cost(std::int32_t block, std::size_t i) { return programme().cost[static_cast<std::size_t>(block) + i]; }
  double& most(std::int32_t block, std::size_t i) { return programme().upper[static_cast<std::size_t>(block) + i]; }
  double& least(std::int32_t block, std::size_t i) { return programme().lower[static_cast<std::size_t>(block) + i]; }
  [[nodiscard]] double share_of_year() const { return static_cast<double>(window_.steps) * hub_.step_h / year_h; }

  void grid() {
    const auto& grid = hub_.grid;
    built_.import_kw = columns("import", 0.0, grid.most_import_kw, 0.0);
    if (grid.most_export_kw > 0.0) built_.export_kw = columns("feed-in", 0.0, grid.most_export_kw, 0.0);
    for (std::size_t i = 0; i < window_.steps; ++i) {
      enter(electricity, i, built_.import_kw, 1.0);
      if (built_.export_kw >= 0) enter(electricity, i, built_.export_kw, -1.0);
    }
    if (hub_.green.offered) {
      built_.green_kw = columns("green import", 0.0, unlimited, hub_.green.premium_cny_per_kwh * hub_.step_h);
      const auto within = rows("green within import", -unlimited, 0.0);
      const auto share = single_row("green share", 0.0, unlimited);
      for (std::size_t i = 0; i < window_.steps; ++i) {
        set(within, built_.green_kw, i, 1.0);
        set(within, built_.import_kw, i, -1.0);
        programme().set(share, built_.green_kw + number(i), 1.0);
        if (hub_.green.least_share > 0.0) programme().set(share, built_.import_kw + number(i), -hub_.green.least_share);
      }
    }
    if (grid.demand_charge_cny_per_kw > 0.0) demand_charge();
  }

  void demand_charge() {
    const std::size_t first_period = period_of(hub_.grid, window_.first);
    const std::size_t periods = period_of(hub_.grid, step(window_.steps - 1)) - first_period + 1;
    built_.peak_kw = programme().add_columns(periods, 0.0, unlimited, hub_.grid.demand_charge_cny_per_kw);
    built_.columns.push_back({"greatest import", Block::Kind::period, built_.peak_kw, periods});
    least(built_.peak_kw, 0) = window_.peak_so_far_kw;
    const auto within = rows("import within greatest", -unlimited, 0.0);
    for (std::size_t i = 0; i < window_.steps; ++i) {
      set(within, built_.import_kw, i, 1.0);
      programme().set(within + number(i), built_.peak_kw + number(period_of(hub_.grid, step(i)) - first_period), -1.0);
    }
  }

  /// Adds what a kWh in the column emits to its cost and to the budget.
  void emit(std::int32_t block, std::size_t i, double kg_per_kwh) {
    cost(block, i) += carbon_.cny_per_kg * kg_per_kwh * hub_.step_h;
    if (emission_row_ >= 0 && kg_per_kwh != 0.0) programme().set(emission_row_, block + number(i), kg_per_kwh * hub_.step_h);
  }

  void import_costs() {
    for (std::size_t i = 0; i < window_.steps; ++i) {
      const double buy = at(hub_.grid.buy_cny_per_kwh, step(i));
      const double kg = at(hub_.grid.import_kg_per_kwh, step(i));
      cost(built_.import_kw, i) = buy * hub_.step_h;
      emit(built_.import_kw, i, kg);
      if (built_.green_kw >= 0) emit(built_.green_kw, i, -kg);
      if (built_.export_kw >= 0) cost(built_.export_kw, i) = -std::min(at(hub_.grid.sell_cny_per_kwh, step(i)), buy) * hub_.step_h;
    }
  }

  void add(const Renewable& renewable) {
    const auto block = columns(renewable.name, 0.0, 0.0, 0.0);
    const bool sized = renewable.most_added_kw > 0.0;
    const auto added =
        sized ? single_column("added " + renewable.name, renewable.most_added_kw, renewable.annuity_cny_per_kw * share_of_year()) : -1;
    const auto within = sized ? rows(renewable.name + " within available", -unlimited, 0.0) : -1;
    for (std::size_t i = 0; i < window_.steps; ++i) {
      const double per_kw = at(renewable.per_kw, step(i));
      enter(electricity, i, block, 1.0);
      most(block, i) = per_kw * (renewable.installed_kw + renewable.most_added_kw);
      if (!sized) continue;
      programme().row_upper[static_cast<std::size_t>(within) + i] = per_kw * renewable.installed_kw;
      set(within, block, i, 1.0);
      if (per_kw > 0.0) programme().set(within + number(i), added, -per_kw);
    }
    built_.renewable_kw.push_back(block);
    built_.added_kw.push_back(added);
  }

  void add(const Store& store, std::size_t place) {
    const auto carrier = static_cast<std::size_t>(store.carrier);
    const double most_kwh = store.capacity_kwh + store.most_added_kwh;
    const auto charge = columns("charging of " + store.name, 0.0, store.charge_rate_per_h * most_kwh, 0.0);
    const auto discharge =
        columns("discharging of " + store.name, 0.0, store.discharge_rate_per_h * most_kwh, store.wear_cny_per_kwh * hub_.step_h);
    const auto level = columns("level of " + store.name, store.least_share * store.capacity_kwh, most_kwh, 0.0);
    const auto kept = rows("level of " + store.name, 0.0, 0.0);
    for (std::size_t i = 0; i < window_.steps; ++i) {
      enter(carrier, i, charge, -1.0);
      enter(carrier, i, discharge, 1.0);
      set(kept, level, i, 1.0);
      set(kept, charge, i, -hub_.step_h * store.charge_efficiency);
      set(kept, discharge, i, hub_.step_h / store.discharge_efficiency);
      if (i > 0) programme().set(kept + number(i), level + number(i - 1), -(1.0 - store.loss_per_h * hub_.step_h));
    }
    built_.charge_kw.push_back(charge);
    built_.discharge_kw.push_back(discharge);
    built_.level_kwh.push_back(level);
    built_.added_kwh.push_back(store.most_added_kwh > 0.0 ? size_store(store, charge, discharge, level) : -1);
    begin_store(store, place, kept, level);
    aim(store, place, level);
  }

  std::int32_t size_store(const Store& store, std::int32_t charge, std::int32_t discharge, std::int32_t level) {
    const auto added = single_column("added " + store.name, store.most_added_kwh, store.annuity_cny_per_kwh * share_of_year());
    const auto limit = [&](const std::string& what, std::int32_t block, double per_kwh) {
      const auto within = rows(what + store.name + " within capacity", -unlimited, per_kwh * store.capacity_kwh);
      for (std::size_t i = 0; i < window_.steps; ++i) {
        set(within, block, i, 1.0);
        programme().set(within + number(i), added, -per_kwh);
      }
    };
    limit("charging of ", charge, store.charge_rate_per_h);
    limit("discharging of ", discharge, store.discharge_rate_per_h);
    limit("level of ", level, 1.0);
    if (store.least_share > 0.0) {
      const auto above = rows("least level of " + store.name, store.least_share * store.capacity_kwh, unlimited);
      for (std::size_t i = 0; i < window_.steps; ++i) {
        set(above, level, i, 1.0);
        programme().set(above + number(i), added, -store.least_share);
      }
    }
    return added;
  }

  /// The level before the first step: given, a share of the capacity that has to be there again at the end, or the last level.
  void begin_store(const Store& store, std::size_t place, std::int32_t kept, std::int32_t level) {
    const double left = 1.0 - store.loss_per_h * hub_.step_h;
    const auto last = level + number(window_.steps - 1);
    const auto row = static_cast<std::size_t>(kept);
    if (!window_.start_kwh.empty() && window_.start_kwh[place]) {
      programme().row_lower[row] = programme().row_upper[row] = left * *window_.start_kwh[place];
    } else if (window_.start_kwh.empty() && store.initial_share) {
      const double start = *store.initial_share * store.capacity_kwh;
      programme().row_lower[row] = programme().row_upper[row] = left * start;
      least(last, 0) = std::max(least(last, 0), start);
      if (store.most_added_kwh > 0.0) {
        const auto added = built_.added_kwh.back();
        programme().set(kept, added, -left * *store.initial_share);
        const auto ends = single_row("last level of " + store.name, start, unlimited);
        programme().set(ends, last, 1.0);
        programme().set(ends, added, -*store.initial_share);
      }
    } else if (window_.steps > 1) {
      programme().set(kept, last, -left);
    } else {
      join(kept, last, -left);
    }
  }

  /// Adds to an entry that is already there: a cycle of a single step.
  void join(std::int32_t row, std::int32_t column, double value) {
    for (auto& entry : programme().entries) {
      if (entry.row == row && entry.column == column) entry.value += value;
    }
  }

  void aim(const Store& store, std::size_t place, std::int32_t level) {
    if (!window_.target_kwh.empty()) {
      const auto under = columns("below the target of " + store.name, 0.0, unlimited, window_.deviation_cny_per_kwh);
      const auto over = columns("above the target of " + store.name, 0.0, unlimited, window_.deviation_cny_per_kwh);
      const auto meets = rows("target of " + store.name, 0.0, 0.0);
      for (std::size_t i = 0; i < window_.steps; ++i) {
        const auto row = static_cast<std::size_t>(meets) + i;
        programme().row_lower[row] = programme().row_upper[row] = window_.target_kwh[place][i];
        set(meets, level, i, 1.0);
        set(meets, under, i, 1.0);
        set(meets, over, i, -1.0);
      }
    }
    if (!window_.end_kwh.empty()) {
      const auto lacking = single_column("lacking at the end of " + store.name, unlimited, window_.deviation_cny_per_kwh);
      const auto ends = single_row("end of " + store.name, window_.end_kwh[place], unlimited);
      programme().set(ends, level + number(window_.steps - 1), 1.0);
      programme().set(ends, lacking, 1.0);
    }
  }

  void add(const Converter& unit, std::size_t place) {
    const auto block = columns("input of " + unit.name, 0.0, unit.most_input_kw, unit.maintenance_cny_per_kwh * hub_.step_h);
    for (std::size_t i = 0; i < window_.steps; ++i) {
      const double factor = at(unit.performance, step(i), 1.0);
      std::array<double, carrier_count> net = {};
      for (std::size_t carrier = 0; carrier < carrier_count; ++carrier) net[carrier] = unit.output[carrier] * factor;
      if (unit.input == Input::electricity) net[electricity] -= 1.0;
      if (unit.input == Input::heat) net[heat] -= 1.0;
      for (std::size_t carrier = 0; carrier < carrier_count; ++carrier) enter(carrier, i, block, net[carrier]);
      if (unit.input != Input::gas) continue;
      cost(block, i) += fuel_of(hub_, unit).cny_per_kwh * hub_.step_h;
      emit(block, i, fuel_of(hub_, unit).kg_per_kwh);
    }
    built_.input_kw.push_back(block);
    const bool whole = window_.switched && is_switched(unit);
    built_.on.push_back(whole ? columns(unit.name + " on", 0.0, 1.0, 0.0) : -1);
    built_.start.push_back(whole ? columns("start of " + unit.name, 0.0, 1.0, unit.start_cny) : -1);
    if (whole) switch_unit(unit, place, block);
  }

  void switch_unit(const Converter& unit, std::size_t place, std::int32_t input) {
    const auto on = built_.on.back();
    const auto start = built_.start.back();
    const auto below = rows(unit.name + " off or below its most", -unlimited, 0.0);
    const auto above = rows(unit.name + " off or above its least", 0.0, unlimited);
    const auto began = rows(unit.name + " starts", -unlimited, 0.0);
    for (std::size_t i = 0; i < window_.steps; ++i) {
      programme().whole[static_cast<std::size_t>(on) + i] = 1;
      set(below, input, i, 1.0);
      set(below, on, i, -unit.most_input_kw);
      set(above, input, i, 1.0);
      set(above, on, i, -unit.least_load * unit.most_input_kw);
      set(began, on, i, 1.0);
      set(began, start, i, -1.0);
      if (i > 0) programme().set(began + number(i), on + number(i - 1), -1.0);
    }
    if (!window_.on_before.empty() && window_.on_before[place] != 0) programme().row_upper[static_cast<std::size_t>(began)] = 1.0;
  }

  /// What was served until now lies between what was asked for until delay_h ago and what will be asked for until advance_h from now.
  void add(const FlexibleLoad& load, std::size_t place) {
    const auto carrier = static_cast<std::size_t>(load.carrier);
    const auto served = columns(load.name + " served", 0.0, load.most_kw, 0.0);
    const auto backlog = columns(load.name + " ahead", 0.0, 0.0, 0.0);
    const auto kept = rows(load.name + " served in time", 0.0, 0.0);
    const auto steps_of = [&](double hours) { return static_cast<std::size_t>(std::floor(hours / hub_.step_h + 1e-9)); };
    const std::size_t delay = steps_of(load.delay_h);
    const std::size_t advance = steps_of(load.advance_h);
    for (std::size_t i = 0; i < window_.steps; ++i) {
      const std::size_t now = step(i);
      double open = 0.0;
      for (std::size_t k = now - std::min(delay, now) + (delay > now ? 0 : 1); k <= now; ++k) open += at(load.demand_kw, k) * hub_.step_h;
      double coming = 0.0;
      for (std::size_t k = now + 1; k <= now + advance && k < hub_.steps; ++k) coming += at(load.demand_kw, k) * hub_.step_h;
      const bool end = window_.ends && i + 1 == window_.steps;
      least(backlog, i) = end ? 0.0 : -open;
      most(backlog, i) = end ? 0.0 : coming;
      enter(carrier, i, served, -1.0);
      set(kept, backlog, i, 1.0);
      set(kept, served, i, -hub_.step_h);
      if (i > 0) programme().set(kept + number(i), backlog + number(i - 1), -1.0);
      const double before = i == 0 && !window_.backlog_kwh.empty() ? window_.backlog_kwh[place] : 0.0;
      const auto row = static_cast<std::size_t>(kept) + i;
      programme().row_lower[row] = programme().row_upper[row] = before - at(load.demand_kw, now) * hub_.step_h;
    }
    built_.served_kw.push_back(served);
    built_.backlog_kwh.push_back(backlog);
  }

  void add(const InterruptibleLoad& load, std::size_t place) {
    const auto carrier = static_cast<std::size_t>(load.carrier);
    const auto block = columns("interruption of " + load.name, 0.0, 0.0, load.cny_per_kwh * hub_.step_h);
    const double allowed = window_.interruptible_kwh.empty() ? load.most_kwh : window_.interruptible_kwh[place];
    const auto within = single_row("interruptions of " + load.name, -unlimited, allowed);
    for (std::size_t i = 0; i < window_.steps; ++i) {
      const double kw = at(load.demand_kw, step(i));
      demand(carrier, i, kw);
      most(block, i) = load.share * kw;
      enter(carrier, i, block, 1.0);
      programme().set(within, block + number(i), hub_.step_h);
    }
    built_.interrupted_kw.push_back(block);
  }

  const Hub& hub_;
  const CarbonTerms& carbon_;
  const Window& window_;
  HubProgramme built_;
  std::int32_t emission_row_ = -1;
};

}  // namespace

HubProgramme hub_programme(const Hub& hub, const CarbonTerms& carbon, const Window& window) {
  PARKTWIN_CHECK(window.steps > 0 && window.first + window.steps <= hub.steps, "the window lies within the hub's steps");
  return Builder(hub, carbon, window).build();
}

void take_over(const HubProgramme& built, const std::vector<double>& values, const Hub& hub, const Window& window, std::size_t count,
               Plan& plan) {
  const auto copy = [&](std::int32_t block, std::vector<double>& into) {
    if (block < 0) return;
    const auto from = values.begin() + block;
    std::copy(from, from + static_cast<std::ptrdiff_t>(count), into.begin() + static_cast<std::ptrdiff_t>(window.first));
  };
  const auto single = [&](std::int32_t column) { return column < 0 ? 0.0 : values[static_cast<std::size_t>(column)]; };
  copy(built.import_kw, plan.import_kw);
  copy(built.export_kw, plan.export_kw);
  copy(built.green_kw, plan.green_kw);
  copy(built.rejected_kw, plan.rejected_kw);
  for (std::size_t i = 0; i < hub.renewables.size(); ++i) {
    copy(built.renewable_kw[i], plan.renewable_kw[i]);
    plan.added_kw[i] = single(built.added_kw[i]);
  }
  for (std::size_t i = 0; i < hub.stores.size(); ++i) {
    copy(built.charge_kw[i], plan.charge_kw[i]);
    copy(built.discharge_kw[i], plan.discharge_kw[i]);
    copy(built.level_kwh[i], plan.level_kwh[i]);
    plan.added_kwh[i] = single(built.added_kwh[i]);
  }
  for (std::size_t i = 0; i < hub.converters.size(); ++i) {
    copy(built.input_kw[i], plan.input_kw[i]);
    if (built.on[i] < 0) continue;
    for (std::size_t k = 0; k < count; ++k) plan.on[i][window.first + k] = values[static_cast<std::size_t>(built.on[i]) + k] > 0.5 ? 1 : 0;
  }
  for (std::size_t i = 0; i < hub.flexible.size(); ++i) copy(built.served_kw[i], plan.served_kw[i]);
  for (std::size_t i = 0; i < hub.interruptible.size(); ++i) copy(built.interrupted_kw[i], plan.interrupted_kw[i]);
}

}  // namespace parktwin::energy::dispatch
