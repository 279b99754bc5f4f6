#include "importers/synthetic/scenario_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "importers/synthetic/draft.h"
#include "importers/synthetic/draws.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr std::size_t factories = 8;
constexpr std::size_t uses_per_mode = 2;

struct NeedPlan {
  NeedKind kind;
  double share = 0.95;
  NeededDevice device = NeededDevice::none;
  double rate_up = 0.0;
  double rate_down = 0.0;
  double latency_ms = 1000.0;
  NeededGround ground = NeededGround::none;
  std::string_view service = {};  ///< name of a network service
  SharedServiceKind shared = SharedServiceKind::other;
};

constexpr NeedPlan devices(NeededDevice device, double share, double rate_up, double latency_ms) {
  return {.kind = NeedKind::devices, .share = share, .device = device, .rate_up = rate_up, .latency_ms = latency_ms};
}

constexpr NeedPlan covered(NeededGround ground, double share, double rate_up, double rate_down) {
  return {.kind = NeedKind::ground, .share = share, .rate_up = rate_up, .rate_down = rate_down, .ground = ground};
}

constexpr NeedPlan reaches(std::string_view service) { return {.kind = NeedKind::network_service, .service = service}; }

constexpr NeedPlan uses(SharedServiceKind kind) { return {.kind = NeedKind::shared_service, .shared = kind}; }

constexpr NeedPlan access(double share) { return {.kind = NeedKind::access, .share = share}; }

constexpr std::string_view platform = "Park industrial internet platform";

struct {
  ScenarioKind kind;
  NeedPlan plan;
} const park_plans[] = {{ScenarioKind::network_management, devices(NeededDevice::network_node, 0.95, 1, 1000)},
                        {ScenarioKind::network_management, reaches("Network management")},
                        {ScenarioKind::logistics, covered(NeededGround::roads, 0.9, 2, 5)},
                        {ScenarioKind::logistics, uses(SharedServiceKind::logistics)},
                        {ScenarioKind::logistics, reaches(platform)},
                        {ScenarioKind::security, devices(NeededDevice::camera, 0.95, 4, 400)},
                        {ScenarioKind::security, reaches("Video security")},
                        {ScenarioKind::environment, devices(NeededDevice::environment_station, 0.95, 0, 5000)},
                        {ScenarioKind::environment, reaches("Safety and emergency platform")},
                        {ScenarioKind::pipe_gallery, devices(NeededDevice::gallery_sensor, 0.95, 0, 1000)},
                        {ScenarioKind::energy, devices(NeededDevice::meter, 0.95, 0, 5000)},
                        {ScenarioKind::energy, reaches("Energy and carbon platform")},
                        {ScenarioKind::other, covered(NeededGround::public_ground, 0.9, 1, 1)},
                        {ScenarioKind::other, reaches(platform)}};

struct FactoryPlan {
  FactoryScenarioKind kind;
  const char* name;
  const char* name_zh;
  std::vector<NeedPlan> needs;
};

const std::vector<FactoryPlan>& factory_plans() {
  using enum FactoryScenarioKind;
  static const std::vector<FactoryPlan> plans = {
      {cooperative_design,
       "Design reviews with glasses on the shop floor",
       "车间眼镜协同研发",
       {covered(NeededGround::premises, 0.8, 5, 50), access(0.995)}},
      {remote_operation,
       "Remote operation of machines",
       "机床远程操控",
       {devices(NeededDevice::machine, 0.9, 0, 100), covered(NeededGround::premises, 0.8, 5, 5), access(0.995)}},
      {flexible_production, "Lines rebuilt without cables", "无线柔性产线", {devices(NeededDevice::machine, 0.9, 0, 100)}},
      {visual_inspection, "Visual inspection", "机器视觉质检", {devices(NeededDevice::machine_vision, 0.9, 4, 100)}},
      {fault_diagnosis, "Fault diagnosis of machines", "设备故障诊断", {devices(NeededDevice::machine, 0.95, 0, 1000)}},
      {plant_logistics, "Guided vehicles", "厂内自动导引车", {devices(NeededDevice::vehicle, 0.9, 0, 50)}},
      {unmanned_patrol, "Patrol robots", "巡检机器人", {covered(NeededGround::premises, 0.9, 5, 2)}}};
  return plans;
}

struct ModePlan {
  NewMode mode;
  const char* figure;
  const char* figure_zh;
  double before;
  double change;  ///< mean, as a share of before
  SharedServiceKind shared;
  NeedPlan further;
};

constexpr ModePlan mode_plans[] = {{NewMode::platform_design, "days from concept to released drawing", "从概念到图纸发放天数", 45, -0.3,
                                    SharedServiceKind::design, reaches("Cloud portal")},
                                   {NewMode::smart_manufacturing, "share of planned machine hours worked, %", "设备综合利用率（%）", 62,
                                    0.2, SharedServiceKind::platform, devices(NeededDevice::machine, 0.9, 0, 100)},
                                   {NewMode::networked_cooperation, "days from order to delivery", "订单交付天数", 28, -0.25,
                                    SharedServiceKind::manufacturing, reaches("Identifier resolution secondary node")},
                                   {NewMode::personal_customisation, "orders below ten pieces a month", "每月小批量订单数", 40, 0.6,
                                    SharedServiceKind::platform, access(0.995)},
                                   {NewMode::extended_services, "hours until a fault is mended at the customer's", "客户侧故障修复小时数",
                                    52, -0.4, SharedServiceKind::maintenance, reaches(platform)},
                                   {NewMode::digital_management, "kWh per 1,000 CNY of output", "每千元产值用电（千瓦时）", 95, -0.1,
                                    SharedServiceKind::platform, devices(NeededDevice::meter, 0.95, 0, 5000)}};

double tenths(double value) { return std::round(value * 10.0) / 10.0; }

class Layout {
 public:
  Layout(std::uint64_t seed, const Park& park) : seed_(seed), park_(park) {
    for (const auto& assets : *park.connected_assets) {
      auto& wireless = on_5g_[assets.enterprise];
      if (std::find(plants_.begin(), plants_.end(), assets.enterprise) == plants_.end()) plants_.push_back(assets.enterprise);
      if (assets.bearer == AssetBearer::nr) wireless.push_back(assets.element);
    }
  }

  ScenarioTables run() {
    for (std::size_t s = 0; s < park_.networked_scenarios->size(); ++s) {
      for (const auto& [kind, plan] : park_plans) {
        if (kind == park_.networked_scenarios->records()[s].kind) need(plan).scenario = Id<NetworkedScenario>(s);
      }
    }
    for (std::size_t p = 0; p < std::min(factories, plants_.size()); ++p) equip(plants_[p]);
    for (const ModePlan& plan : mode_plans) take_up(plan);
    return std::move(tables_);
  }

 private:
  [[nodiscard]] Id<SharedService> shared(SharedServiceKind kind) const {
    for (std::size_t i = 0; i < park_.shared_services->size(); ++i) {
      if (park_.shared_services->records()[i].kind == kind) return Id<SharedService>(i);
    }
    return {};
  }

  [[nodiscard]] Id<NetworkService> network(std::string_view name) const {
    for (std::size_t i = 0; i < park_.network_services->size(); ++i) {
      if (park_.network_services->records()[i].name == name) return Id<NetworkService>(i);
    }
    return {};
  }

  ScenarioNeed& need(const NeedPlan& plan) {
    ScenarioNeed& made = tables_.needs.emplace_back();
    made.id = numbered("SN", tables_.needs.size());
    made.kind = plan.kind;
    made.share = plan.share;
    made.device = plan.device;
    made.rate_up = MegabitsPerSecond(plan.rate_up);
    made.rate_down = MegabitsPerSecond(plan.rate_down);
    made.latency_ms = plan.latency_ms;
    made.ground = plan.ground;
    if (plan.kind == NeedKind::network_service) made.network_service = network(plan.service);
    if (plan.kind == NeedKind::shared_service) made.shared_service = shared(plan.shared);
    return made;
  }

  [[nodiscard]] bool has_on_5g(Id<Enterprise> plant, NeededDevice device) const {
    const std::string_view word = device == NeededDevice::machine ? "robots" : device == NeededDevice::vehicle ? "vehicles" : "vision";
    const auto& elements = on_5g_.at(plant);
    return device == NeededDevice::none || std::any_of(elements.begin(), elements.end(), [word](const std::string& element) {
             return element.find(word) != std::string::npos;
           });
  }

  void equip(Id<Enterprise> plant) {
    if (on_5g_.at(plant).empty()) return;
    Draws draws(seed_, Topic::scenarios, plant.index());
    for (const FactoryPlan& plan : factory_plans()) {
      const bool chosen = draws.chance(0.85);
      if (!chosen || !has_on_5g(plant, plan.needs.front().device)) continue;
      const Id<FactoryScenario> id(tables_.factory_scenarios.size());
      tables_.factory_scenarios.push_back({numbered("FSC", id.index() + 1), plan.name, plan.name_zh, plant, plan.kind, draws.chance(0.9)});
      for (const NeedPlan& asked : plan.needs) need(asked).factory_scenario = id;
    }
  }

  /// Users of the shared service that have the devices.
  void take_up(const ModePlan& plan) {
    const Id<SharedService> service = shared(plan.shared);
    if (!service.valid()) return;
    std::size_t taken = 0;
    for (const Id<Enterprise> user : (*park_.shared_services)[service].enterprises) {
      const bool of_plants = plan.further.device == NeededDevice::machine;
      if (taken == uses_per_mode) break;
      if (of_plants && std::find(plants_.begin(), plants_.end(), user) == plants_.end()) continue;
      Draws draws(seed_, Topic::scenarios, 1000 * (static_cast<std::size_t>(plan.mode) + 1) + user.index());
      if (!draws.chance(0.5)) continue;
      ++taken;
      const Id<NewModeUse> id(tables_.new_modes.size());
      const double before = tenths(plan.before * draws.between(0.8, 1.2));
      const double since = tenths(before * (1.0 + plan.change * draws.between(0.5, 1.5)));
      tables_.new_modes.push_back(
          {numbered("NM", id.index() + 1), user, plan.mode, plan.figure, plan.figure_zh, before, since, plan.change < 0});
      need(uses(plan.shared)).new_mode = id;
      need(plan.further).new_mode = id;
    }
  }

  std::uint64_t seed_;
  const Park& park_;
  std::vector<Id<Enterprise>> plants_;  ///< in the order of their assets, the largest first
  std::map<Id<Enterprise>, std::vector<std::string>> on_5g_;
  ScenarioTables tables_;
};

}  // namespace

ScenarioTables build_scenarios(std::uint64_t seed, const Park& park) { return Layout(seed, park).run(); }

}  // namespace parktwin::importers::synthetic
