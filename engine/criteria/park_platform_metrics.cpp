#include "engine/criteria/park_platform_metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/criteria/where.h"
#include "engine/park/process_faults.h"

namespace parktwin::criteria {
namespace {

constexpr auto map_fields = std::to_array<std::string_view>({"minimum_map_share_percent"});

bool platform_in_operation(const Park& park) {
  return std::any_of(park.shared_services->begin(), park.shared_services->end(),
                     [](const SharedService& service) { return service.kind == SharedServiceKind::platform && service.deployed; });
}

/// On the map: its sector is known, and who supplies it or whom it supplies.
std::vector<bool> on_the_map(const Park& park) {
  std::vector<bool> on(park.enterprises->size(), false);
  for (const SupplyLink& link : *park.supply_links) on[link.supplier.index()] = on[link.customer.index()] = true;
  for (std::size_t i = 0; i < on.size(); ++i) on[i] = on[i] && park.enterprises->records()[i].sector != Sector::other;
  return on;
}

std::vector<bool> with_profile(const Park& park) {
  std::vector<bool> known;
  for (const Enterprise& enterprise : *park.enterprises) {
    known.push_back(enterprise.sector != Sector::other && enterprise.employees > 0 && enterprise.yearly_output.value() > 0.0 &&
                    enterprise.floor_area.value() > 0.0);
  }
  return known;
}

/// Why a project's course is not followed; empty when it is.
Text not_followed(const Project& project, const std::string& day) {
  std::string_view open;
  for (const ProjectStage& stage : stages_of(project)) {
    if (stage.day->empty() && open.empty()) open = stage.field;
    if (!stage.day->empty() && !open.empty())
      return {fmt::format("{} is known, {} before it is not", stage.field, open), fmt::format("已登记{}，此前的{}缺失", stage.field, open)};
  }
  if (open.empty()) return {};
  if (project.next_due_on.empty()) return {fmt::format("no day by which {} is due", open), fmt::format("未登记{}的计划日期", open)};
  if (project.next_due_on < day)
    return {fmt::format("{} was due on {}", open, project.next_due_on), fmt::format("{}应于{}完成，尚未登记", open, project.next_due_on)};
  return {};
}

class Platform {
 public:
  Platform(const Facts& facts, const Rule& rule) : facts_(facts), rule_(rule) {}

  Measurement measure() {
    measurement_.whole = 4.0;
    if (!platform_in_operation(facts_.park)) {
      measurement_.where.push_back({"no platform in operation", "没有已投运的平台"});
      return measurement_;
    }
    add_share({"map of industries", "产业图谱"}, on_the_map(facts_.park),
              {"sector or links of supply not known", "行业或供应链关系未登记"});
    add_share({"profile", "企业画像"}, with_profile(facts_.park),
              {"sector, employees, output or floor area not known", "行业、员工、产值或建筑面积未登记"});
    add_advice();
    add_projects();
    return measurement_;
  }

 private:
  void add_share(const Text& function, const std::vector<bool>& held, const Text& reason) {
    std::vector<Shortfall> shortfalls;
    for (std::size_t i = 0; i < held.size(); ++i) {
      const Enterprise& enterprise = facts_.park.enterprises->records()[i];
      const Text name = label(enterprise);
      const Text both = {function.en + ": " + name.en, function.zh + "：" + name.zh};
      if (!held[i]) shortfalls.push_back({enterprise.floor_area.value(), named(both, reason)});
    }
    const auto count = static_cast<double>(held.size());
    const double held_count = count - static_cast<double>(shortfalls.size());
    const bool works = count > 0.0 && 100.0 * held_count >= rule_.minimum_map_share_percent * count;
    measurement_.part += works ? 1.0 : 0.0;
    const auto lines = largest_first(std::move(shortfalls));
    measurement_.where.insert(measurement_.where.end(), lines.begin(), lines.end());
  }

  /// Newcomers are advised where the counters for them keep their agreement in the simulated year.
  void add_advice() {
    const Text name = {"advice to newcomers", "招商咨询"};
    const auto& resources = facts_.results.services.pooling.resources;
    bool any = false;
    bool kept = false;
    for (const auto& figures : resources) {
      if ((*facts_.park.shared_resources)[figures.resource].kind != ResourceKind::office_recruiting) continue;
      any = true;
      kept = kept || figures.agreement_kept;
    }
    measurement_.part += kept ? 1.0 : 0.0;
    if (kept) return;
    measurement_.where.push_back(named(name, any ? Text{"its counters do not keep the agreed wait", "服务窗口未达到约定时限"}
                                                 : Text{"no counter for it in the inventory", "未登记服务窗口"}));
  }

  void add_projects() {
    const Text name = {"course of projects", "项目全流程"};
    std::vector<Text> lines;
    for (const Project& project : *facts_.park.projects) {
      const Text reason = not_followed(project, facts_.park.site->data_date);
      if (!reason.empty()) lines.push_back(named({name.en + ": " + label(project).en, name.zh + "：" + label(project).zh}, reason));
    }
    if (facts_.park.projects->empty()) lines.push_back(named(name, {"no projects in the inventory (projects)", "未登记项目（projects）"}));
    measurement_.part += lines.empty() ? 1.0 : 0.0;
    measurement_.where.insert(measurement_.where.end(), lines.begin(), lines.end());
  }

  const Facts& facts_;
  const Rule& rule_;
  Measurement measurement_;
};

Measurement functions(const Facts& facts, const Rule& rule) { return Platform(facts, rule).measure(); }

}  // namespace

std::vector<Metric> park_platform_metrics() {
  return {{"platform.functions", MetricKind::count, Origin::simulated, map_fields, functions}};
}

}  // namespace parktwin::criteria
