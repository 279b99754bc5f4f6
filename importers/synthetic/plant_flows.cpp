#include "importers/synthetic/plant_flows.h"

namespace parktwin::importers::synthetic {
namespace {

struct FlowPlan {
  const char* name;
  const char* name_zh;
  Id<NetworkNode> PlantStations::*talker;
  Id<NetworkNode> PlantStations::*listener;
  TsnClass traffic_class;
  std::int64_t period_us;
  std::int32_t payload_bytes;
  std::int64_t deadline_us;
  std::int64_t jitter_us;  ///< 0: any
  bool redundant;
};

constexpr FlowPlan plans[] = {
    {"robot set points", "机器人设定值", &PlantStations::controller, &PlantStations::robot_cell, TsnClass::scheduled, 1000, 64, 500, 5,
     false},
    {"robot positions", "机器人位置反馈", &PlantStations::robot_cell, &PlantStations::controller, TsnClass::scheduled, 1000, 64, 500, 5,
     false},
    {"emergency stop", "急停信号", &PlantStations::controller, &PlantStations::robot_cell, TsnClass::scheduled, 2000, 46, 1000, 0, true},
    {"inspection result", "质检结果", &PlantStations::machine_vision, &PlantStations::controller, TsnClass::asynchronous, 8000, 400, 2000,
     0, false},
    {"line images", "产线图像", &PlantStations::machine_vision, &PlantStations::controller, TsnClass::class_b, 250, 1000, 5000, 0, false},
    {"images for the edge server", "边缘服务器图像", &PlantStations::machine_vision, &PlantStations::edge_server, TsnClass::strict_priority,
     500, 1400, 5000, 0, false}};

}  // namespace

void add_flows(NetworkDraft& network, const PlantStations& stations) {
  const Enterprise& enterprise = network.draft().enterprises[stations.enterprise.index()];
  for (const FlowPlan& plan : plans) {
    if (!(stations.*plan.listener).valid()) continue;
    TsnFlow flow;
    flow.id = numbered("TF", network.flows.size() + 1);
    flow.name = enterprise.name + " " + plan.name;
    flow.name_zh = enterprise.name_zh + plan.name_zh;
    flow.talker = stations.*plan.talker;
    flow.listener = stations.*plan.listener;
    flow.enterprise = stations.enterprise;
    flow.traffic_class = plan.traffic_class;
    flow.period_ns = 1000 * plan.period_us;
    flow.payload_bytes = plan.payload_bytes;
    flow.deadline_ns = 1000 * plan.deadline_us;
    if (plan.jitter_us > 0) flow.jitter_ns = 1000 * plan.jitter_us;
    flow.redundant = plan.redundant;
    network.flows.push_back(std::move(flow));
  }
}

}  // namespace parktwin::importers::synthetic
