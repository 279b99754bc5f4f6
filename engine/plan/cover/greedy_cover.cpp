#include <algorithm>
#include <limits>

#include "engine/plan/cover/cover.h"

namespace parktwin::plan {
namespace {

constexpr double rounding = 1e-9;

/// How often each place is covered, and what that weighs.
class Tally {
 public:
  explicit Tally(const CoverProblem& problem) : problem_(problem), times_(problem.places.size()), covered_(problem.demands.size()) {}

  void add(std::size_t choice) {
    for (const std::uint32_t place : problem_.choices[choice].covered) {
      if (times_[place]++ == 0) covered_[problem_.places[place].demand] += problem_.places[place].weight;
    }
  }
  void remove(std::size_t choice) {
    for (const std::uint32_t place : problem_.choices[choice].covered) {
      if (--times_[place] == 0) covered_[problem_.places[place].demand] -= problem_.places[place].weight;
    }
  }
  /// Share of all needs that the choice adds, no demand beyond its need.
  [[nodiscard]] double gain(std::size_t choice) const {
    std::vector<double> more(covered_.size());
    for (const std::uint32_t place : problem_.choices[choice].covered) {
      if (times_[place] == 0) more[problem_.places[place].demand] += problem_.places[place].weight;
    }
    double sum = 0.0;
    for (std::size_t d = 0; d < more.size(); ++d) {
      const double need = problem_.demands[d].need;
      if (need > 0.0) sum += std::min(more[d], std::max(0.0, need - covered_[d])) / need;
    }
    return sum;
  }
  [[nodiscard]] const std::vector<double>& covered() const { return covered_; }

 private:
  const CoverProblem& problem_;
  std::vector<std::int32_t> times_;
  std::vector<double> covered_;
};

bool is_free(const CoverProblem& problem, const std::vector<std::size_t>& chosen, std::size_t choice) {
  return std::none_of(chosen.begin(), chosen.end(),
                      [&](std::size_t other) { return problem.choices[other].group == problem.choices[choice].group; });
}

std::size_t best_next(const CoverProblem& problem, const std::vector<std::size_t>& chosen, const Tally& tally) {
  std::size_t best = problem.choices.size();
  double best_rate = 0.0;
  for (std::size_t j = 0; j < problem.choices.size(); ++j) {
    if (!is_free(problem, chosen, j)) continue;
    const double gain = tally.gain(j);
    if (gain <= rounding) continue;
    const double cost = problem.choices[j].cost;
    const double rate = cost > 0.0 ? gain / cost : std::numeric_limits<double>::infinity();
    if (best == problem.choices.size() || rate > best_rate) {
      best = j;
      best_rate = rate;
    }
  }
  return best;
}

void drop_superfluous(const CoverProblem& problem, std::vector<std::size_t>& chosen, Tally& tally) {
  std::vector<std::size_t> order = chosen;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return problem.choices[a].cost > problem.choices[b].cost; });
  for (const std::size_t choice : order) {
    tally.remove(choice);
    if (meets(problem, tally.covered())) {
      chosen.erase(std::find(chosen.begin(), chosen.end(), choice));
    } else {
      tally.add(choice);
    }
  }
}

}  // namespace

std::vector<double> covered_weight(const CoverProblem& problem, const std::vector<std::size_t>& chosen) {
  Tally tally(problem);
  for (const std::size_t choice : chosen) tally.add(choice);
  return tally.covered();
}

bool meets(const CoverProblem& problem, const std::vector<double>& covered) {
  for (std::size_t d = 0; d < problem.demands.size(); ++d) {
    if (covered[d] < problem.demands[d].need - rounding) return false;
  }
  return true;
}

std::vector<std::size_t> greedy_cover(const CoverProblem& problem) {
  std::vector<std::size_t> chosen;
  Tally tally(problem);
  while (!meets(problem, tally.covered())) {
    const std::size_t next = best_next(problem, chosen, tally);
    if (next == problem.choices.size()) return {};
    chosen.push_back(next);
    tally.add(next);
  }
  drop_superfluous(problem, chosen, tally);
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace parktwin::plan
