#include "importers/synthetic/services_layout.h"

#include <algorithm>
#include <cmath>

#include "importers/synthetic/draws.h"

namespace parktwin::importers::synthetic {
namespace {

struct ServicePlan {
  const char* name;
  const char* name_zh;
  SharedServiceKind kind;
  bool deployed;
  double share;  ///< of all enterprises that use it
  BuildingUse home;
};

constexpr ServicePlan service_plans[] = {
    {"Park industrial internet platform", "园区工业互联网平台", SharedServiceKind::platform, true, 0.42, BuildingUse::data_centre},
    {"Identifier resolution secondary node", "标识解析二级节点", SharedServiceKind::identifier_node, true, 0.29, BuildingUse::data_centre},
    {"Security operations centre", "安全运营中心", SharedServiceKind::security_operations, true, 0.33, BuildingUse::data_centre},
    {"Shared computing centre", "共享算力中心", SharedServiceKind::computing, true, 0.21, BuildingUse::data_centre},
    {"Testing and calibration laboratory", "检验检测中心", SharedServiceKind::testing, true, 0.36, BuildingUse::public_service},
    {"Shared maintenance and spare parts", "共享维修与备件", SharedServiceKind::maintenance, true, 0.18, BuildingUse::public_service},
    {"Shared warehousing and haulage", "共享仓储物流", SharedServiceKind::logistics, true, 0.27, BuildingUse::warehouse},
    {"Collaborative design centre", "协同设计中心", SharedServiceKind::design, true, 0.12, BuildingUse::public_service},
    {"Skills academy", "产业学院", SharedServiceKind::training, true, 0.24, BuildingUse::public_service},
    {"Supply chain finance desk", "供应链金融服务台", SharedServiceKind::finance, false, 0.08, BuildingUse::public_service},
    {"Park service hall", "园区服务大厅", SharedServiceKind::public_services, true, 0.5, BuildingUse::public_service},
    {"Shared machine shop", "共享制造车间", SharedServiceKind::manufacturing, true, 0.1, BuildingUse::public_service}};

constexpr struct {
  const char* name;
  const char* name_zh;
  ScenarioKind kind;
  bool deployed;
} scenario_plans[] = {{"Unified network operations", "网络统一运维", ScenarioKind::network_management, true},
                      {"Smart logistics and truck appointments", "智慧物流与车辆预约", ScenarioKind::logistics, true},
                      {"Smart security", "智慧安防", ScenarioKind::security, true},
                      {"Air and water monitoring", "环境监测", ScenarioKind::environment, true},
                      {"Pipe gallery inspection", "管廊智能巡检", ScenarioKind::pipe_gallery, false},
                      {"Energy and carbon management", "能碳管理", ScenarioKind::energy, true},
                      {"Smart car parks", "智慧停车", ScenarioKind::other, true}};

constexpr struct {
  const char* clause;
  const char* title;
  const char* number;
  const char* issuer;
  const char* issued;
  const char* until;
} documents[] = {
    {"K1-L1", "Licence for value-added telecommunications services (增值电信业务经营许可证)", "LT-B2-2023-0117",
     "Provincial Communications Administration (fictional)", "2023-06-12", "2028-06-11"},
    {"K1-L2", "Architecture design of the park network, review record", "LT-NET-2024-031", "Lanting Park Design Review Board (fictional)",
     "2024-09-03", ""},
    {"K1-L6", "Acceptance reports of network upgrades at 24 enterprises", "LT-UPG-2025-008", "Lanting Park Committee (fictional)",
     "2025-04-18", ""},
    {"N2-L2", "Registration of the identifier service institution (标识注册服务机构许可证)", "LT-ID-2022-044",
     "Provincial Communications Administration (fictional)", "2022-11-30", "2025-11-29"},
    {"N2-L1", "Connection of the secondary node to the national top node, test record", "LT-ID-2023-009",
     "Identifier Resolution Test Laboratory (fictional)", "2023-02-21", ""},
    {"K2-L4", "Agreement on data exchange with the city platform", "LT-CITY-2024-015", "City Bureau of Industry (fictional)", "2024-12-10",
     "2027-12-09"},
    {"S4-L2", "Emergency exercise and risk assessment report", "LT-SEC-2025-022", "Lanting Security Evaluation Centre (fictional)",
     "2025-07-09", "2026-07-08"},
    {"N1-L5", "Case paper: 5G-guided assembly line", "LT-5G-2025-003", "Institute of Industrial Networks (fictional)", "2025-10-15", ""},
    {"K2-L3", "Report on the public services of the park", "LT-PUB-2025-011", "Lanting Park Committee (fictional)", "2025-11-20",
     "2026-11-19"}};

constexpr const char* elements[] = {"machine tools and robots", "automated guided vehicles", "cameras and machine vision",
                                    "sensors and meters", "handheld terminals"};

AssetBearer draw_bearer(std::size_t element, double leaning, Draws& draws) {
  const double choice = draws.unit();
  if (element == 0) return choice < 0.75 - 0.3 * leaning ? AssetBearer::wired : AssetBearer::nr;
  if (element == 1) return choice < 0.55 + 0.3 * leaning ? AssetBearer::nr : AssetBearer::wifi;
  if (element == 2) return choice < 0.45 ? AssetBearer::wired : choice < 0.8 ? AssetBearer::nr : AssetBearer::wifi;
  if (element == 3)
    return choice < 0.4    ? AssetBearer::wired
           : choice < 0.7  ? AssetBearer::other_wireless
           : choice < 0.85 ? AssetBearer::nr
                           : AssetBearer::lte;
  return choice < 0.5 ? AssetBearer::wifi : AssetBearer::nr;
}

void add_assets(const Draft& draft, std::vector<ConnectedAssets>& assets) {
  std::vector<std::pair<double, std::size_t>> plants;
  for (std::size_t e = 0; e < draft.enterprises.size(); ++e) {
    const Quarter quarter = draft.lots()[draft.lot_of_enterprise[e]].quarter;
    const bool plant = quarter == Quarter::electronics || quarter == Quarter::machinery || quarter == Quarter::process ||
                       quarter == Quarter::light_industry;
    if (plant) plants.emplace_back(-static_cast<double>(draft.enterprises[e].employees), e);
  }
  std::sort(plants.begin(), plants.end());
  plants.resize(std::min<std::size_t>(plants.size(), std::max<std::size_t>(1, draft.enterprises.size() * 25 / 180)));
  for (const auto& [size, e] : plants) {
    Draws draws(draft.options.seed, Topic::services, 1000 + e);
    const double leaning = draws.unit();
    for (std::size_t k = 0; k < std::size(elements); ++k) {
      ConnectedAssets group;
      group.id = numbered("CA", assets.size() + 1);
      group.enterprise = Id<Enterprise>(e);
      group.element = elements[k];
      group.bearer = draw_bearer(k, leaning, draws);
      const double per_employee[] = {0.18, 0.02, 0.06, 0.55, 0.12};
      group.count = std::max(2, static_cast<int>(draft.enterprises[e].employees * per_employee[k] * draws.between(0.6, 1.4)));
      assets.push_back(group);
    }
  }
}

}  // namespace

ServiceTables build_services(const Draft& draft) {
  ServiceTables tables;
  for (std::size_t s = 0; s < std::size(service_plans); ++s) {
    const ServicePlan& plan = service_plans[s];
    SharedService service{
        numbered("SV", s + 1), plan.name, plan.name_zh, plan.kind, plan.deployed, Id<Building>(draft.building_with(plan.home)), {}};
    for (std::size_t e = 0; e < draft.enterprises.size(); ++e) {
      if (Draws(draft.options.seed, Topic::services, 100000 * (s + 1) + e).chance(plan.share)) service.enterprises.emplace_back(e);
    }
    tables.services.push_back(std::move(service));
  }
  for (std::size_t i = 0; i < std::size(scenario_plans); ++i) {
    const auto& plan = scenario_plans[i];
    tables.scenarios.push_back({numbered("NSC", i + 1), plan.name, plan.name_zh, plan.kind, plan.deployed});
  }
  add_assets(draft, tables.assets);
  for (std::size_t i = 0; i < std::size(documents); ++i) {
    const auto& document = documents[i];
    tables.evidence.push_back(
        {numbered("EV", i + 1), document.clause, document.title, document.number, document.issuer, document.issued, document.until});
  }
  return tables;
}

}  // namespace parktwin::importers::synthetic
