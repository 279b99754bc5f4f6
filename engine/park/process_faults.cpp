#include "engine/park/process_faults.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "engine/core/calendar_date.h"

namespace parktwin {
namespace {

class Check {
 public:
  std::vector<ProcessFault> faults(const Park& park) {
    for (const ProcessStep& step : *park.process_steps) check_step(step);
    for (const Project& project : *park.projects) check_project(project);
    return std::move(faults_);
  }

 private:
  void check_step(const ProcessStep& step) {
    const auto report = [&](std::string_view field, std::string message) {
      faults_.push_back({"process_steps", step.id, field, std::move(message)});
    };
    if (step.process.empty()) report("process", "is empty, expected the name of the process");
    const auto [place, first] = places_.try_emplace({step.process, step.position}, &step);
    if (!first) report("position", fmt::format("found {}, which step {} has in the same process", step.position, place->second->id));
    const auto [purpose, alone] = purposes_.try_emplace(step.process, &step);
    if (!alone && purpose->second->purpose != step.purpose) {
      report("purpose", fmt::format("found {}, expected {} as in step {} of the same process", name_of(step.purpose),
                                    name_of(purpose->second->purpose), purpose->second->id));
    }
  }

  void check_project(const Project& project) {
    const ProjectStage* before = nullptr;
    const std::vector<ProjectStage> stages = stages_of(project);
    for (const ProjectStage& stage : stages) {
      if (!check_day(project, stage) || stage.day->empty()) continue;
      if (before != nullptr && *stage.day < *before->day) {
        faults_.push_back({"projects", project.id, stage.field,
                           fmt::format("found {}, expected no day before {} of {}", *stage.day, *before->day, before->field)});
      }
      before = &stage;
    }
    check_day(project, {"next_due_on", &project.next_due_on});
  }

  bool check_day(const Project& project, const ProjectStage& stage) {
    if (stage.day->empty() || is_calendar_date(*stage.day)) return true;
    faults_.push_back({"projects", project.id, stage.field, fmt::format("found \"{}\", expected a day as YYYY-MM-DD", *stage.day)});
    return false;
  }

  std::map<std::pair<std::string, std::int32_t>, const ProcessStep*> places_;
  std::map<std::string, const ProcessStep*> purposes_;  ///< first step of each process
  std::vector<ProcessFault> faults_;
};

}  // namespace

std::vector<ProjectStage> stages_of(const Project& project) {
  return {
      {"inquired_on", &project.inquired_on},        {"advised_on", &project.advised_on},           {"agreed_on", &project.agreed_on},
      {"approved_on", &project.approved_on},        {"construction_on", &project.construction_on}, {"accepted_on", &project.accepted_on},
      {"in_operation_on", &project.in_operation_on}};
}

std::vector<ProcessFault> process_faults(const Park& park) { return Check().faults(park); }

}  // namespace parktwin
