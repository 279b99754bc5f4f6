#include "importers/synthetic/process_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "importers/synthetic/draft.h"
#include "importers/synthetic/draws.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr std::size_t chains_per_purpose = 3;

/// Steps at the supplier come first, those at its customer follow.
struct StepPlan {
  const char* name;
  const char* name_zh;
  bool at_customer;
};

struct ProcessPlan {
  const char* name;
  IdentifierMode purpose;
  std::vector<StepPlan> steps;
  double within_ms;
};

const std::vector<ProcessPlan>& process_plans() {
  static const std::vector<ProcessPlan> plans = {
      {"tracing",
       IdentifierMode::product_traceability,
       {{"Melt and batch", "原料批次", false},
        {"Part made", "零件加工", false},
        {"Goods received", "到货验收", true},
        {"Assembled", "装配", true},
        {"Delivered", "交付", true}},
       500},
      {"quality",
       IdentifierMode::quality_control,
       {{"Outgoing inspection", "出厂检验", false}, {"Incoming inspection", "入厂检验", true}, {"Defect report", "缺陷反馈", true}},
       500},
      {"equipment",
       IdentifierMode::equipment_management,
       {{"Machine record", "设备档案", false}, {"Inspection round", "点检", false}, {"Repair", "维修", false}},
       1000}};
  return plans;
}

bool uses(const IdentifierApplication& application, Id<Enterprise> enterprise) {
  return std::find(application.enterprises.begin(), application.enterprises.end(), enterprise) != application.enterprises.end();
}

std::optional<Id<IdentifierApplication>> application_for(const Park& park, IdentifierMode mode) {
  for (std::size_t i = 0; i < park.identifier_applications->size(); ++i) {
    const Id<IdentifierApplication> id(i);
    if ((*park.identifier_applications)[id].mode == mode && (*park.identifier_applications)[id].deployed) return id;
  }
  return std::nullopt;
}

void add_process(const ProcessPlan& plan, Id<IdentifierApplication> application, Id<Enterprise> supplier, Id<Enterprise> customer,
                 std::size_t number, std::vector<ProcessStep>& steps) {
  std::int32_t position = 0;
  for (const StepPlan& planned : plan.steps) {
    ProcessStep step;
    step.id = numbered("PS", steps.size() + 1);
    step.process = fmt::format("{} {}", plan.name, number);
    step.name = planned.name;
    step.name_zh = planned.name_zh;
    step.purpose = plan.purpose;
    step.position = ++position;
    step.enterprise = planned.at_customer ? customer : supplier;
    step.application = application;
    step.answer_within_ms = plan.within_ms;
    steps.push_back(std::move(step));
  }
}

constexpr struct {
  const char* name;
  const char* name_zh;
  int stages;  ///< reached, of 7
} project_plans[] = {{"Battery housing plant", "电池壳体项目", 7},  {"Sensor packaging line", "传感器封装项目", 7},
                     {"Reducer factory", "减速机项目", 6},          {"Medical film works", "医用薄膜项目", 5},
                     {"Robot joints", "机器人关节项目", 5},         {"Cold store", "冷链仓储项目", 4},
                     {"Test rig centre", "试验台中心项目", 3},      {"Recycling of solvents", "溶剂回收项目", 2},
                     {"Edge server assembly", "边缘服务器项目", 2}, {"Coating laboratory", "涂层实验室项目", 1}};

/// Days of a year of twelve months with 28 days each, from 2023 on: always a day of the calendar.
std::string day_text(int day) { return fmt::format("{}-{:02}-{:02}", 2023 + day / 336, 1 + day % 336 / 28, 1 + day % 28); }

constexpr int data_day = 3 * 336;  // 2026-01-01

}  // namespace

std::vector<ProcessStep> build_process_steps(const Park& park) {
  std::vector<ProcessStep> steps;
  for (const ProcessPlan& plan : process_plans()) {
    const auto application = application_for(park, plan.purpose);
    if (!application) continue;
    const bool across = plan.steps.back().at_customer;
    std::size_t number = 0;
    for (const SupplyLink& link : *park.supply_links) {
      const IdentifierApplication& record = (*park.identifier_applications)[*application];
      if (number == chains_per_purpose) break;
      if (!uses(record, link.supplier) || (across && !uses(record, link.customer))) continue;
      add_process(plan, *application, link.supplier, link.customer, ++number, steps);
    }
  }
  return steps;
}

std::vector<Project> build_projects(std::uint64_t seed, std::size_t enterprises) {
  std::vector<Project> projects;
  for (std::size_t i = 0; i < std::size(project_plans); ++i) {
    const auto& plan = project_plans[i];
    Draws draws(seed, Topic::projects, i);
    Project project;
    project.id = numbered("PR", i + 1);
    project.name = plan.name;
    project.name_zh = plan.name_zh;
    if (plan.stages == 7 && enterprises > 0) project.enterprise = Id<Enterprise>(draws.below(enterprises));
    std::string* const stages[] = {&project.inquired_on,     &project.advised_on,  &project.agreed_on,      &project.approved_on,
                                   &project.construction_on, &project.accepted_on, &project.in_operation_on};
    int day = data_day - draws.whole(5, 60);
    for (int stage = plan.stages; stage > 0; --stage, day -= draws.whole(20, 100)) *stages[stage - 1] = day_text(std::max(0, day));
    if (plan.stages < 7) project.next_due_on = day_text(data_day + draws.whole(10, 150));
    projects.push_back(std::move(project));
  }
  return projects;
}

}  // namespace parktwin::importers::synthetic
