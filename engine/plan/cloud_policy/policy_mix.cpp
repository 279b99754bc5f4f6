#include "engine/plan/cloud_policy/policy_mix.h"

#include <algorithm>
#include <queue>
#include <utility>

namespace parktwin::plan {
namespace {

struct Open {
  double least = 0.0;
  std::size_t from = 0;  ///< measures before this one keep their step, so that each mix is met once
  Mix mix;
};

/// Cheapest first; of equals the one with the smaller steps.
struct Dearer {
  bool operator()(const Open& a, const Open& b) const { return a.least != b.least ? a.least > b.least : a.mix > b.mix; }
};

bool is_within(const Mix& small, const Mix& large) {
  for (std::size_t i = 0; i < small.size(); ++i) {
    if (small[i] > large[i]) return false;
  }
  return true;
}

class Search {
 public:
  explicit Search(const MixProblem& problem) : problem_(problem) {}

  MixSolution solve() {
    solution_.everything = simulated(problem_.steps);
    if (solution_.everything.reached < problem_.target) return solution_;
    keep(problem_.steps, solution_.everything);
    solution_.bound = solution_.outcome.cost;
    const Mix none(problem_.steps.size(), 0);
    open_.push({problem_.least_cost(none), 0, none});
    while (!open_.empty()) {
      const Open next = open_.top();
      open_.pop();
      if (next.least >= solution_.outcome.cost) break;
      if (solution_.simulations >= problem_.most_simulations) {
        solution_.bound = next.least;
        return solution_;
      }
      look_at(next);
    }
    solution_.bound = solution_.outcome.cost;
    return solution_;
  }

 private:
  MixOutcome simulated(const Mix& mix) {
    ++solution_.simulations;
    return problem_.simulate(mix);
  }

  void keep(const Mix& mix, const MixOutcome& outcome) {
    solution_.found = true;
    solution_.mix = mix;
    solution_.outcome = outcome;
  }

  void look_at(const Open& open) {
    double least = open.least;
    const bool misses = std::any_of(missing_.begin(), missing_.end(), [&](const Mix& mix) { return is_within(open.mix, mix); });
    if (!misses && open.mix != problem_.steps) {
      const MixOutcome outcome = simulated(open.mix);
      least = std::max(least, outcome.cost);
      if (outcome.reached >= problem_.target) {
        if (outcome.cost < solution_.outcome.cost) keep(open.mix, outcome);
        return;  // whatever is above costs no less
      }
      missing_.push_back(open.mix);
    }
    for (std::size_t i = open.from; i < open.mix.size(); ++i) {
      if (open.mix[i] == problem_.steps[i]) continue;
      Open above{0.0, i, open.mix};
      ++above.mix[i];
      above.least = std::max(least, problem_.least_cost(above.mix));
      open_.push(std::move(above));
    }
  }

  const MixProblem& problem_;
  MixSolution solution_;
  std::vector<Mix> missing_;
  std::priority_queue<Open, std::vector<Open>, Dearer> open_;
};

}  // namespace

MixSolution cheapest_mix(const MixProblem& problem) { return Search(problem).solve(); }

}  // namespace parktwin::plan
