#include "engine/simulators/wired/tsn/bounds/fifo_tandem.h"

#include <algorithm>
#include <utility>

#include "engine/core/check.h"
#include "engine/core/programme/linear_programme.h"
#include "engine/simulators/wired/tsn/bounds/total_flow.h"

namespace parktwin::wired::tsn::bounds {
namespace {

// The programme's units, near one: microseconds and thousands of units of work.
constexpr double scale = 1e-3;

/// Sum of factor times variable, plus a constant at the end.
using Linear = std::vector<double>;

void add(Linear& sum, const Linear& other, double factor = 1.0) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += factor * other[i];
}

/// Server by server, the leaky bucket burst + rate · t that it has become, and the delay before all of them: the state while cross traffic
/// is taken out from the innermost on. `T` is a number when the θ are known and linear in them when they are sought.
template <class T>
struct Curve {
  std::vector<T> delay;  ///< per server; after taking out, the θ at the first server of the interval and none at its others
  std::vector<T> burst;  ///< per server
  std::vector<double> rate;
};

/// Rows of expressions that must not be negative, and the variable at the end of the list, the delay, to be as small as it can.
class Programme {
 public:
  explicit Programme(std::size_t variables) : variables_(variables) {}

  void keep_positive(const Linear& row) { rows_.push_back(row); }

  /// Empty when the solver fails.
  [[nodiscard]] std::vector<double> solve() const {
    programme::LinearProgramme model;
    static_cast<void>(model.add_columns(variables_, 0.0, programme::unlimited, 0.0));
    model.cost.back() = 1.0;
    for (const auto& row : rows_) {
      const std::int32_t number = model.add_rows(1, -row[variables_], programme::unlimited);
      for (std::size_t i = 0; i < variables_; ++i) {
        if (row[i] != 0.0) model.set(number, static_cast<std::int32_t>(i), row[i]);
      }
    }
    return programme::solve(model).values;
  }

 private:
  std::size_t variables_;
  std::vector<Linear> rows_;
};

/// Takes the cross traffic out with unknown θ and asks for the best ones. Variables: θ of each cross flow, then the whole delay.
std::vector<double> best_thetas(const Tandem& tandem) {
  const std::size_t variables = tandem.cross.size() + 1;
  const auto constant = [&](double value) {
    Linear made(variables + 1, 0.0);
    made.back() = value;
    return made;
  };
  Programme programme(variables);
  Curve<Linear> curve;
  for (const auto& server : tandem.servers) {
    curve.delay.push_back(constant(server.latency_ns));
    curve.burst.push_back(constant(0.0));
    curve.rate.push_back(server.rate);
  }
  const auto take_out = [&](std::size_t first, std::size_t last, double burst, double rate, std::size_t variable) {
    Linear after_delay = constant(0.0);
    after_delay[variable] = 1.0;
    for (std::size_t s = first; s <= last; ++s) add(after_delay, curve.delay[s], -1.0);
    programme.keep_positive(after_delay);
    for (std::size_t s = first; s <= last; ++s) {
      add(curve.burst[s], after_delay, curve.rate[s]);
      curve.burst[s].back() -= burst;
      programme.keep_positive(curve.burst[s]);
      curve.rate[s] -= rate;
      curve.delay[s] = constant(0.0);
    }
    curve.delay[first][variable] = 1.0;
  };
  for (std::size_t i = 0; i < tandem.cross.size(); ++i) {
    take_out(tandem.cross[i].first, tandem.cross[i].last, tandem.cross[i].burst, tandem.cross[i].rate, i);
  }
  take_out(0, tandem.servers.size() - 1, tandem.burst, 0.0, tandem.cross.size());
  return programme.solve();
}

/// The delay with these θ, each raised to the least admissible one.
double delay_with(const Tandem& tandem, const std::vector<double>& thetas) {
  Curve<double> curve;
  for (const auto& server : tandem.servers) {
    curve.delay.push_back(server.latency_ns);
    curve.burst.push_back(0.0);
    curve.rate.push_back(server.rate);
  }
  const auto take_out = [&](std::size_t first, std::size_t last, double burst, double rate, double theta) {
    double before = 0.0;
    for (std::size_t s = first; s <= last; ++s) before += curve.delay[s];
    theta = std::max(theta, before);
    for (std::size_t s = first; s <= last; ++s) theta = std::max(theta, before + (burst - curve.burst[s]) / curve.rate[s]);
    for (std::size_t s = first; s <= last; ++s) {
      curve.burst[s] = std::max(0.0, curve.burst[s] + curve.rate[s] * (theta - before) - burst);
      curve.rate[s] -= rate;
      curve.delay[s] = 0.0;
    }
    curve.delay[first] = theta;
    return theta;
  };
  for (std::size_t i = 0; i < tandem.cross.size(); ++i) {
    take_out(tandem.cross[i].first, tandem.cross[i].last, tandem.cross[i].burst, tandem.cross[i].rate, i < thetas.size() ? thetas[i] : 0.0);
  }
  return take_out(0, tandem.servers.size() - 1, tandem.burst, 0.0, 0.0);
}

}  // namespace

double tandem_delay(Tandem tandem) {
  PARKTWIN_CHECK(!tandem.servers.empty(), "a tandem has servers");
  std::vector<double> left(tandem.servers.size());
  for (std::size_t s = 0; s < left.size(); ++s) {
    left[s] = tandem.servers[s].rate - tandem.rate;
    tandem.servers[s].latency_ns *= scale;
    if (!(tandem.servers[s].latency_ns < unbounded)) return unbounded;
  }
  for (auto& cross : tandem.cross) {
    PARKTWIN_CHECK(cross.first <= cross.last && cross.last < left.size(), "cross traffic stays in the tandem");
    if (!(cross.burst < unbounded)) return unbounded;
    for (std::size_t s = cross.first; s <= cross.last; ++s) left[s] -= cross.rate;
    cross.burst *= scale;
  }
  tandem.burst *= scale;
  if (std::any_of(left.begin(), left.end(), [](double rate) { return !(rate > 0.0); }) || !(tandem.burst < unbounded)) return unbounded;
  std::stable_sort(tandem.cross.begin(), tandem.cross.end(),
                   [](const CrossTraffic& a, const CrossTraffic& b) { return a.last - a.first < b.last - b.first; });
  for (std::size_t i = 0; i < tandem.cross.size(); ++i) {
    for (std::size_t j = i + 1; j < tandem.cross.size(); ++j) {
      const auto& in = tandem.cross[i];
      const auto& out = tandem.cross[j];
      PARKTWIN_CHECK(in.last < out.first || out.last < in.first || (out.first <= in.first && in.last <= out.last),
                     "cross traffic is nested");
    }
  }
  return std::min(delay_with(tandem, {}), delay_with(tandem, best_thetas(tandem))) / scale;
}

}  // namespace parktwin::wired::tsn::bounds
