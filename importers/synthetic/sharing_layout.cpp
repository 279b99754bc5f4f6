#include "importers/synthetic/sharing_layout.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "importers/synthetic/draft.h"
#include "importers/synthetic/draws.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr struct {
  const char* name;
  const char* name_zh;
  IdentifierMode mode;
  bool deployed;
  bool across_chain;
  double share;  ///< of the enterprises registered as users of identifiers
  int identifiers;
  double resolutions;
  double registrations;
  double batches;
  int carriers;
  int active;
} application_plans[] = {
    {"Product tracing", "产品全环节追溯", IdentifierMode::product_traceability, true, true, 0.7, 4000, 1500, 60, 0, 4000, 40},
    {"Quality records along the chain", "质量协同管控", IdentifierMode::quality_control, true, true, 0.4, 1500, 900, 25, 0, 600, 0},
    {"Life records of equipment", "设备运营管理", IdentifierMode::equipment_management, true, false, 0.45, 300, 700, 2, 0, 300, 60},
    {"Orders and deliveries between suppliers", "供应链协同", IdentifierMode::supply_chain, true, true, 0.35, 1200, 800, 30, 0, 0, 0},
    {"Pallets and stock", "仓储物流管理", IdentifierMode::warehouse_logistics, true, false, 0.3, 2500, 1000, 40, 4, 2500, 0},
    {"Digital delivery of plants", "产品数字化交付", IdentifierMode::digital_delivery, false, false, 0.1, 500, 100, 5, 0, 0, 0}};

/// Servers and stocks are scaled with the users; costs in CNY a year.
struct ResourcePlan {
  const char* name;
  const char* name_zh;
  SharedServiceKind service;
  ResourceKind kind;
  double requests;
  double service_h;
  TimeLaw law;
  double cv;
  double hours;
  double slack;  ///< capacity over mean work
  double target_h;
  double server_cost;
  double own_cost;
  double wait_cost_per_h;
  double sharing_cost;
  double extra_h = 0.0;
  int sources = 0;
};

constexpr ResourcePlan resource_plans[] = {
    {"Spare motors and drives", "共享电机与驱动备件", SharedServiceKind::maintenance, ResourceKind::spare_parts, 3, 0, TimeLaw::constant, 0,
     8760, 1.0, 24, 0, 0, 60, 30e3},
    {"Maintenance crews", "共享维修班组", SharedServiceKind::maintenance, ResourceKind::maintenance_crew, 2, 4, TimeLaw::lognormal, 1.0,
     4000, 1.4, 8, 260e3, 110e3, 300, 40e3, 0.5, 20},
    {"Testing laboratory", "检验检测实验室", SharedServiceKind::testing, ResourceKind::laboratory, 40, 6, TimeLaw::lognormal, 1.2, 2500,
     1.25, 16, 180e3, 70e3, 20, 60e3, 0.5},
    {"Warehouse docks", "共享仓库月台", SharedServiceKind::logistics, ResourceKind::warehouse_docks, 250, 0.8, TimeLaw::erlang, 0.5, 5000,
     1.6, 1, 90e3, 35e3, 120, 50e3},
    {"Truck fleet", "共享车队", SharedServiceKind::logistics, ResourceKind::trucks, 200, 0.7, TimeLaw::uniform, 0.3, 5000, 2.1, 2, 210e3,
     170e3, 80, 80e3},
    {"Five-axis machining centres", "共享五轴加工中心", SharedServiceKind::manufacturing, ResourceKind::machine, 30, 10,
     TimeLaw::hyperexponential, 1.5, 4000, 1.6, 40, 600e3, 450e3, 30, 60e3, 1.0},
    {"Design and simulation seats", "协同研发设计席位", SharedServiceKind::design, ResourceKind::design_seat, 25, 16, TimeLaw::lognormal,
     1.0, 2500, 1.4, 16, 120e3, 60e3, 15, 30e3},
    {"Group purchasing of consumables", "通用耗材集采", SharedServiceKind::platform, ResourceKind::group_purchasing, 12, 0,
     TimeLaw::constant, 0, 2000, 1.0, 170, 0, 0, 0.5, 60e3},
    {"Security assessment", "安全检测评估", SharedServiceKind::security_operations, ResourceKind::security_assessment, 2, 12,
     TimeLaw::lognormal, 0.8, 2000, 1.6, 40, 320e3, 60e3, 5, 10e3},
    {"Changes of protection", "安全防护策略变更", SharedServiceKind::security_operations, ResourceKind::security_protection, 24, 1.5,
     TimeLaw::exponential, 1, 8760, 2.5, 8, 600e3, 60e3, 5, 10e3},
    {"Monitoring and response", "安全监测处置", SharedServiceKind::security_operations, ResourceKind::security_response, 30, 3,
     TimeLaw::lognormal, 1.5, 8760, 3.0, 1, 600e3, 80e3, 500, 10e3},
    {"Security advice", "安全咨询", SharedServiceKind::security_operations, ResourceKind::security_advice, 6, 2, TimeLaw::exponential, 1,
     2000, 1.5, 16, 300e3, 40e3, 5, 10e3},
    {"Security training", "安全培训", SharedServiceKind::security_operations, ResourceKind::security_training, 2, 4, TimeLaw::constant, 0,
     2000, 1.5, 40, 250e3, 30e3, 2, 10e3},
    {"Discovery of assets", "资产自动化盘点", SharedServiceKind::security_operations, ResourceKind::security_assets, 4, 6, TimeLaw::erlang,
     0.5, 8760, 2.0, 24, 400e3, 50e3, 2, 10e3},
    {"Threats in traffic", "流量威胁感知", SharedServiceKind::security_operations, ResourceKind::security_traffic, 50, 1,
     TimeLaw::exponential, 1, 8760, 3.5, 1, 600e3, 80e3, 300, 10e3},
    {"Planning and permits", "规划与项目报批", SharedServiceKind::public_services, ResourceKind::office_planning, 2, 5, TimeLaw::lognormal,
     1.0, 2000, 1.5, 24, 220e3, 20e3, 10, 10e3},
    {"Recruiting", "招聘招商服务", SharedServiceKind::public_services, ResourceKind::office_recruiting, 10, 1.5, TimeLaw::exponential, 1,
     2000, 1.4, 8, 180e3, 20e3, 10, 10e3},
    {"Promotion", "产品与园区推广", SharedServiceKind::public_services, ResourceKind::office_promotion, 3, 3, TimeLaw::exponential, 1, 2000,
     1.5, 24, 180e3, 20e3, 5, 10e3},
    {"Financing", "融资对接", SharedServiceKind::finance, ResourceKind::office_financing, 4, 3, TimeLaw::lognormal, 1.0, 2000, 1.5, 24,
     260e3, 25e3, 10, 10e3}};

void stock_up(double users, SharedResource& resource) {
  resource.lead_time_h = 720;
  resource.lead_time_law = TimeLaw::erlang;
  resource.lead_time_cv = 0.5;
  const double meanwhile = users * resource.requests_per_year * resource.lead_time_h / resource.operating_hours_per_year;
  resource.order_up_to = static_cast<std::int32_t>(std::ceil(meanwhile + 2.0 * std::sqrt(meanwhile))) + 1;
  resource.reorder_at = resource.order_up_to - 1;
  resource.own_order_up_to = 2;
  resource.own_reorder_at = 1;
  resource.holding_cost_per_unit_year = Yuan(1600);
  resource.order_cost = Yuan(300);
}

void buy(SharedResource& resource) {
  resource.units_per_request = 50;
  resource.unit_cost = Yuan(120);
  resource.order_cost = Yuan(400);
  resource.review_h = 160;
  resource.own_review_h = 80;
  resource.discount_from_units = {500, 2000, 5000};
  resource.discount_percent = {3, 6, 9};
}

/// Work from outside costs twice the hour of a server of one's own that is always used, and takes twice the agreed wait.
void offer_outside(const ResourcePlan& plan, SharedResource& resource) {
  if (plan.kind == ResourceKind::spare_parts || plan.kind == ResourceKind::group_purchasing) return;
  constexpr double mean_drive_h = 0.3;
  const double hours = plan.service_h + (plan.kind == ResourceKind::trucks ? mean_drive_h : 0.0);
  resource.outside_price_per_request = Yuan(std::round(2.0 * plan.own_cost / plan.hours * hours));
  resource.outside_wait_h = 2.0 * plan.target_h;
}

Yuan cost_of_a_kilometre(ResourceKind kind) {
  switch (kind) {
    case ResourceKind::trucks:
    case ResourceKind::warehouse_docks:
    case ResourceKind::group_purchasing:
      return Yuan(4);
    case ResourceKind::spare_parts:
    case ResourceKind::laboratory:
    case ResourceKind::machine:
    case ResourceKind::maintenance_crew:
      return Yuan(2);
    default:
      return Yuan(0);  // over the network, or asked for
  }
}

SharedResource resource_of(const ResourcePlan& plan, Id<SharedService> service, std::size_t number, double users) {
  SharedResource resource;
  resource.id = numbered("SR", number);
  resource.name = plan.name;
  resource.name_zh = plan.name_zh;
  resource.service = service;
  resource.kind = plan.kind;
  resource.requests_per_year = plan.requests;
  resource.by_employees = plan.kind == ResourceKind::laboratory || plan.kind == ResourceKind::office_recruiting;
  resource.service_h = plan.service_h;
  resource.service_law = plan.law;
  resource.service_cv = plan.law == TimeLaw::exponential ? 1.0 : plan.cv;
  resource.operating_hours_per_year = plan.hours;
  resource.target_wait_h = plan.target_h;
  resource.server_cost_per_year = Yuan(plan.server_cost);
  resource.own_server_cost_per_year = Yuan(plan.own_cost);
  resource.wait_cost_per_h = Yuan(plan.wait_cost_per_h);
  resource.sharing_cost_per_year = Yuan(plan.sharing_cost);
  resource.sharing_extra_h = plan.extra_h;
  resource.sources = plan.sources;
  const double work = users * plan.requests * std::max(1, plan.sources) * (plan.service_h + plan.extra_h) / plan.hours;
  resource.servers = std::max(1, static_cast<std::int32_t>(std::ceil(plan.slack * work)));
  if (plan.kind == ResourceKind::spare_parts) stock_up(users, resource);
  if (plan.kind == ResourceKind::group_purchasing) buy(resource);
  offer_outside(plan, resource);
  resource.cost_per_km = cost_of_a_kilometre(plan.kind);
  return resource;
}

void add_identifiers(std::uint64_t seed, const std::vector<Enterprise>& enterprises, Id<SharedService> service,
                     const std::vector<NetworkService>& network_services, SharingTables& tables) {
  IdentifierNode node;
  node.id = numbered("IN", 1);
  node.service = service;
  node.top_nodes = 2;
  for (const auto& offered : network_services) {
    if (offered.name == "Identifier resolution secondary node") node.node = offered.node;
  }
  for (std::size_t a = 0; a < std::size(application_plans); ++a) {
    const auto& plan = application_plans[a];
    IdentifierApplication application{numbered("IA", a + 1), plan.name, plan.name_zh, Id<IdentifierNode>(0), plan.mode, plan.deployed,
                                      plan.across_chain,     {}};
    application.identifiers = plan.identifiers;
    application.resolutions_per_day = plan.resolutions;
    application.registrations_per_day = plan.registrations;
    application.batches_per_day = plan.batches;
    application.batch_size = 100;
    application.carriers = plan.carriers;
    application.active_carriers = plan.active;
    for (std::size_t e = 0; e < enterprises.size(); ++e) {
      Draws draws(seed, Topic::sharing, 100000 * (a + 1) + e);
      if (enterprises[e].uses_identifiers && draws.chance(plan.share)) application.enterprises.emplace_back(e);
    }
    tables.applications.push_back(std::move(application));
  }
  for (std::size_t e = 0; e < enterprises.size(); ++e) {
    if (enterprises[e].uses_identifiers && Draws(seed, Topic::sharing, e).chance(0.2)) node.enterprise_nodes.emplace_back(e);
  }
  tables.nodes.push_back(std::move(node));
}

}  // namespace

SharingTables build_sharing(std::uint64_t seed, const std::vector<Enterprise>& enterprises, const std::vector<SharedService>& services,
                            const std::vector<NetworkService>& network_services) {
  SharingTables tables;
  const auto service_of = [&](SharedServiceKind kind) {
    const auto found = std::find_if(services.begin(), services.end(), [&](const SharedService& service) { return service.kind == kind; });
    return Id<SharedService>(static_cast<std::size_t>(found - services.begin()));
  };
  add_identifiers(seed, enterprises, service_of(SharedServiceKind::identifier_node), network_services, tables);
  for (const ResourcePlan& plan : resource_plans) {
    const auto service = service_of(plan.service);
    const auto users = static_cast<double>(services[service.index()].enterprises.size());
    tables.resources.push_back(resource_of(plan, service, tables.resources.size() + 1, users));
  }
  return tables;
}

}  // namespace parktwin::importers::synthetic
