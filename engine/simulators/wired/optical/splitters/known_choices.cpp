#include "engine/simulators/wired/optical/splitters/known_choices.h"

#include <algorithm>

namespace parktwin::wired::optical::splitters {

void KnownChoices::begin() {
  ++round_;
  std::erase_if(entries_, [&](const Entry& entry) { return entry.last_asked + rounds_kept < round_; });
}

Choice KnownChoices::best_of(const Problem& problem, std::span<const Stages> kinds) {
  const auto known = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return std::ranges::equal(entry.kinds, kinds) && entry.problem == problem; });
  if (known != entries_.end()) {
    known->last_asked = round_;
    return known->choice;
  }
  entries_.push_back({problem, {kinds.begin(), kinds.end()}, splitters::best_of(problem, kinds), round_});
  return entries_.back().choice;
}

}  // namespace parktwin::wired::optical::splitters
