#include "viz/window/followed_run.h"

#include <algorithm>

#include "engine/core/check.h"
#include "engine/criteria/criteria.h"

namespace parktwin::viz::window {

FollowedRun::FollowedRun(RunSettings settings) : settings_(std::move(settings)), live_(settings_.tables) {}

std::shared_ptr<const State> FollowedRun::follow(const Park& park) {
  const Results& results =
      live_.update(park, settings_.options, settings_.seed, progress_, settings_.baseline ? &*settings_.baseline : nullptr);
  State state{park, std::make_shared<const Results>(results), {}};
  state.verdicts = criteria::assess(results, park, settings_.pack, settings_.assessed_on);
  return std::make_shared<const State>(std::move(state));
}

std::vector<TargetChange> changed_targets(const std::vector<criteria::Verdict>& before, const std::vector<criteria::Verdict>& after) {
  PARKTWIN_CHECK(before.size() == after.size(), "verdicts of one pack");
  std::vector<TargetChange> changes;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const criteria::Verdict& was = before[i];
    const criteria::Verdict& is = after[i];
    PARKTWIN_CHECK(was.id == is.id, "verdicts of one pack in one order");
    if (was.status == is.status && was.value == is.value) continue;
    changes.push_back({is.id, is.title_en, is.title_zh, is.unit, is.unit_en, was.status, is.status, was.value, is.value});
  }
  std::stable_partition(changes.begin(), changes.end(),
                        [](const TargetChange& change) { return change.status_before != change.status_after; });
  return changes;
}

LazyRun::Answer LazyRun::ask(const Park& before, const Park& park) {
  FollowedRun* run = nullptr;
  {
    const std::lock_guard lock(mutex_);
    if (!run_) run_ = make_();
    if (stopped_) run_->stop();
    run = run_.get();
  }
  if (!before_) before_ = run->follow(before);
  auto state = run->follow(park);
  auto changes = changed_targets(before_->verdicts, state->verdicts);
  return {before_, std::move(state), std::move(changes)};
}

void LazyRun::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  if (run_) run_->stop();
}

}  // namespace parktwin::viz::window
