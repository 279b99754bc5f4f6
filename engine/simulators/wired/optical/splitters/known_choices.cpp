#include "engine/simulators/wired/optical/splitters/known_choices.h"

namespace parktwin::wired::optical::splitters {

Choice KnownChoices::best_of(const Problem& problem, std::span<const Stages> kinds) {
  Question question{problem, {kinds.begin(), kinds.end()}};
  if (const Choice* known = known_.find(question)) return *known;
  Choice choice = splitters::best_of(problem, kinds);
  known_.add(std::move(question), choice);
  return choice;
}

}  // namespace parktwin::wired::optical::splitters
