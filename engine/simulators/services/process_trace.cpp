#include "engine/simulators/services/process_trace.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace parktwin::services {
namespace {

class Trace {
 public:
  Trace(const Park& park, const std::vector<NodeAnswers>& answers, const std::vector<IdentifierUse>& uses)
      : park_(park), answers_(answers) {
    for (const IdentifierUse& use : uses) uses_[{use.application, use.enterprise}] = &use;
  }

  /// `first`: the enterprise at which the process begins.
  StepFigures figures(Id<ProcessStep> id, Id<Enterprise> first) const {
    const ProcessStep& step = (*park_.process_steps)[id];
    StepFigures figures{id, state_of(step, first), 0.0};
    if (figures.state != StepState::found) return figures;
    const NodeAnswers& node = node_of(step);
    const double own_ms = step.answer_within_ms - use_of(step).round_trip_ms + node.mean_round_trip_ms;
    figures.answered_share = static_cast<double>(node.latency.count_within(std::llround(1e6 * own_ms))) / node.asked;
    if (figures.answered_share < step.answered_share) figures.state = StepState::too_seldom;
    return figures;
  }

  /// Precondition: the step is found.
  double look_up_ms(const ProcessStep& step) const {
    const NodeAnswers& node = node_of(step);
    return node.mean_latency_ms - node.mean_round_trip_ms + use_of(step).round_trip_ms;
  }

 private:
  StepState state_of(const ProcessStep& step, Id<Enterprise> first) const {
    if (!step.application.valid()) return StepState::no_application;
    const IdentifierApplication& application = (*park_.identifier_applications)[step.application];
    if (!application.deployed) return StepState::not_in_operation;
    const auto use = uses_.find({step.application, step.enterprise});
    if (use == uses_.end()) return StepState::not_a_user;
    if (use->second->state != IdentifierState::served || !(node_of(step).asked > 0.0)) return StepState::not_served;
    return step.enterprise != first && !application.across_chain ? StepState::not_across : StepState::found;
  }

  const NodeAnswers& node_of(const ProcessStep& step) const {
    return answers_[(*park_.identifier_applications)[step.application].node.index()];
  }
  const IdentifierUse& use_of(const ProcessStep& step) const { return *uses_.at({step.application, step.enterprise}); }

  const Park& park_;
  const std::vector<NodeAnswers>& answers_;
  std::map<std::pair<Id<IdentifierApplication>, Id<Enterprise>>, const IdentifierUse*> uses_;
};

/// Where each process begins: the enterprise of its step of the least position.
std::map<std::string, const ProcessStep*> first_steps(const Park& park) {
  std::map<std::string, const ProcessStep*> first;
  for (const ProcessStep& step : *park.process_steps) {
    const auto [place, added] = first.try_emplace(step.process, &step);
    if (!added && step.position < place->second->position) place->second = &step;
  }
  return first;
}

}  // namespace

void trace_processes(const Park& park, const std::vector<NodeAnswers>& answers, Resolution& resolution) {
  const Trace trace(park, answers, resolution.uses);
  const auto first = first_steps(park);
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < park.process_steps->size(); ++i) {
    const Id<ProcessStep> id(i);
    const ProcessStep& step = (*park.process_steps)[id];
    const StepFigures figures = trace.figures(id, first.at(step.process)->enterprise);
    resolution.steps.push_back(figures);
    if (places.try_emplace(step.process, resolution.processes.size()).second)
      resolution.processes.push_back({step.process, step.purpose, 0, 0, 1.0, 0.0});
    ProcessFigures& process = resolution.processes[places.at(step.process)];
    const bool found = figures.state == StepState::found;
    ++process.steps;
    process.found += found ? 1 : 0;
    process.traced_share *= found ? figures.answered_share : 0.0;
    if (found) process.trace_ms += trace.look_up_ms(step);
  }
}

}  // namespace parktwin::services
