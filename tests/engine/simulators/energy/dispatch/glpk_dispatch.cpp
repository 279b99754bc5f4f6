#include "tests/engine/simulators/energy/dispatch/glpk_dispatch.h"

#include <glpk.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <utility>

namespace parktwin::energy::dispatch::testing {
namespace {

class Problem {
 public:
  Problem() : problem_(glp_create_prob()) { glp_set_obj_dir(problem_, GLP_MIN); }
  ~Problem() { glp_delete_prob(problem_); }
  Problem(const Problem&) = delete;
  Problem& operator=(const Problem&) = delete;

  int variable(double least, double most, double cost) {
    const int column = glp_add_cols(problem_, 1);
    const bool open = most >= unlimited;
    glp_set_col_bnds(problem_, column, open ? GLP_LO : least == most ? GLP_FX : GLP_DB, least, open ? 0.0 : most);
    glp_set_obj_coef(problem_, column, cost);
    return column;
  }
  void constrain(const std::map<int, double>& terms, int kind, double right) {
    const int row = glp_add_rows(problem_, 1);
    glp_set_row_bnds(problem_, row, kind, right, right);
    std::vector<int> columns = {0};
    std::vector<double> values = {0.0};
    for (const auto& [column, value] : terms) {
      columns.push_back(column);
      values.push_back(value);
    }
    glp_set_mat_row(problem_, row, static_cast<int>(terms.size()), columns.data(), values.data());
  }
  double solve() {
    glp_smcp control;
    glp_init_smcp(&control);
    control.msg_lev = GLP_MSG_OFF;
    control.presolve = GLP_OFF;  // with it, GLPK 5.0 answers the sized hub with another, dearer cost for each tolerance
    control.tol_bnd = 1e-9;
    control.tol_dj = 1e-9;
    if (glp_simplex(problem_, &control) != 0 || glp_get_status(problem_) != GLP_OPT) throw std::runtime_error("GLPK found no optimum");
    return glp_get_obj_val(problem_);
  }

 private:
  glp_prob* problem_;
};

using Terms = std::map<int, double>;

struct Writer {
  const Hub& hub;
  double carbon;
  Problem problem;
  std::vector<std::array<Terms, carrier_count>> balance = {};
  std::vector<std::array<double, carrier_count>> need = {};

  Writer(const Hub& given, double price) : hub(given), carbon(price) {
    balance.resize(hub.steps);
    need.resize(hub.steps);
    for (std::size_t t = 0; t < hub.steps; ++t) {
      for (std::size_t c = 0; c < carrier_count; ++c) need[t][c] = at(hub.demand_kw[c], t);
    }
  }

  void grid() {
    std::map<std::size_t, int> peak;
    Terms green_share;
    for (std::size_t t = 0; t < hub.steps; ++t) {
      const double emission = carbon * at(hub.grid.import_kg_per_kwh, t);
      const int import = problem.variable(0, hub.grid.most_import_kw, hub.step_h * (at(hub.grid.buy_cny_per_kwh, t) + emission));
      const int sold = problem.variable(0, hub.grid.most_export_kw, -hub.step_h * at(hub.grid.sell_cny_per_kwh, t));
      balance[t][0][import] += 1;
      balance[t][0][sold] -= 1;
      const std::size_t month = hub.grid.billing_period.empty() ? 0 : static_cast<std::size_t>(hub.grid.billing_period[t]);
      if (!peak.contains(month)) peak[month] = problem.variable(0, unlimited, hub.grid.demand_charge_cny_per_kw);
      problem.constrain({{import, 1.0}, {peak[month], -1.0}}, GLP_UP, 0);
      if (!hub.green.offered) continue;
      const int green = problem.variable(0, unlimited, hub.step_h * (hub.green.premium_cny_per_kwh - emission));
      problem.constrain({{green, 1.0}, {import, -1.0}}, GLP_UP, 0);
      green_share[green] = 1.0;
      green_share[import] = -hub.green.least_share;
    }
    if (hub.green.offered) problem.constrain(green_share, GLP_LO, 0);
  }

  [[nodiscard]] double year_share() const { return static_cast<double>(hub.steps) * hub.step_h / 8760.0; }

  void sources() {
    for (const auto& source : hub.renewables) {
      const int more = problem.variable(0, source.most_added_kw, source.annuity_cny_per_kw * year_share());
      for (std::size_t t = 0; t < hub.steps; ++t) {
        const int made = problem.variable(0, unlimited, 0);
        balance[t][0][made] += 1;
        problem.constrain({{made, 1.0}, {more, -source.per_kw[t]}}, GLP_UP, source.per_kw[t] * source.installed_kw);
      }
    }
    for (const auto& unit : hub.converters) {
      for (std::size_t t = 0; t < hub.steps; ++t) {
        double cost = unit.maintenance_cny_per_kwh;
        const Gas& fuel = unit.fuel ? *unit.fuel : hub.gas;
        if (unit.input == Input::gas) cost += fuel.cny_per_kwh + carbon * fuel.kg_per_kwh;
        const int input = problem.variable(0, unit.most_input_kw, hub.step_h * cost);
        for (std::size_t c = 0; c < carrier_count; ++c) balance[t][c][input] += unit.output[c] * at(unit.performance, t, 1.0);
        if (unit.input == Input::electricity) balance[t][0][input] -= 1;
        if (unit.input == Input::heat) balance[t][1][input] -= 1;
      }
    }
    for (std::size_t t = 0; t < hub.steps; ++t) balance[t][1][problem.variable(0, hub.most_rejected_heat_kw, 0)] -= 1;
  }

  void stores() {
    for (const auto& store : hub.stores) {
      const auto c = static_cast<std::size_t>(store.carrier);
      const int more = problem.variable(0, store.most_added_kwh, store.annuity_cny_per_kwh * year_share());
      std::vector<int> level;
      for (std::size_t t = 0; t < hub.steps; ++t) level.push_back(problem.variable(0, unlimited, 0));
      for (std::size_t t = 0; t < hub.steps; ++t) {
        const int in = problem.variable(0, unlimited, 0);
        const int out = problem.variable(0, unlimited, hub.step_h * store.wear_cny_per_kwh);
        balance[t][c][in] -= 1;
        balance[t][c][out] += 1;
        problem.constrain({{in, 1.0}, {more, -store.charge_rate_per_h}}, GLP_UP, store.charge_rate_per_h * store.capacity_kwh);
        problem.constrain({{out, 1.0}, {more, -store.discharge_rate_per_h}}, GLP_UP, store.discharge_rate_per_h * store.capacity_kwh);
        problem.constrain({{level[t], 1.0}, {more, -1.0}}, GLP_UP, store.capacity_kwh);
        problem.constrain({{level[t], 1.0}, {more, -store.least_share}}, GLP_LO, store.least_share * store.capacity_kwh);
        const int before = t == 0 ? level.back() : level[t - 1];
        problem.constrain({{level[t], 1.0},
                           {before, -(1.0 - store.loss_per_h * hub.step_h)},
                           {in, -hub.step_h * store.charge_efficiency},
                           {out, hub.step_h / store.discharge_efficiency}},
                          GLP_FX, 0);
      }
    }
  }

  void loads() {
    for (const auto& load : hub.flexible) {
      const auto delay = static_cast<std::size_t>(load.delay_h / hub.step_h);
      const auto advance = static_cast<std::size_t>(load.advance_h / hub.step_h);
      Terms until;
      for (std::size_t t = 0; t < hub.steps; ++t) {
        const int served = problem.variable(0, load.most_kw, 0);
        balance[t][static_cast<std::size_t>(load.carrier)][served] -= 1;
        until[served] = 1.0;
        double due = 0.0;
        double known = 0.0;
        for (std::size_t k = 0; k < hub.steps; ++k) {
          if (k + delay <= t || t + 1 == hub.steps) due += load.demand_kw[k];
          if (k <= t + advance) known += load.demand_kw[k];
        }
        problem.constrain(until, GLP_LO, due);
        problem.constrain(until, GLP_UP, known);
      }
    }
    for (const auto& load : hub.interruptible) {
      Terms all;
      for (std::size_t t = 0; t < hub.steps; ++t) {
        const int cut = problem.variable(0, load.share * load.demand_kw[t], hub.step_h * load.cny_per_kwh);
        need[t][static_cast<std::size_t>(load.carrier)] += load.demand_kw[t];
        balance[t][static_cast<std::size_t>(load.carrier)][cut] += 1;
        all[cut] = hub.step_h;
      }
      if (load.most_kwh < unlimited) problem.constrain(all, GLP_UP, load.most_kwh);
    }
  }

  double solve() {
    for (std::size_t t = 0; t < hub.steps; ++t) {
      for (std::size_t c = 0; c < carrier_count; ++c) problem.constrain(balance[t][c], GLP_FX, need[t][c]);
    }
    return problem.solve();
  }
};

}  // namespace

double glpk_cost(const Hub& hub, double carbon_cny_per_kg) {
  Writer writer(hub, carbon_cny_per_kg);
  writer.grid();
  writer.sources();
  writer.stores();
  writer.loads();
  return writer.solve();
}

}  // namespace parktwin::energy::dispatch::testing
