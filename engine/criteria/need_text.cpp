#include "engine/criteria/need_text.h"

#include <fmt/format.h>

#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

Text word_of(NeededDevice device) {
  switch (device) {
    case NeededDevice::camera:
      return {"cameras", "摄像机"};
    case NeededDevice::environment_station:
      return {"environment stations", "环境监测站"};
    case NeededDevice::meter:
      return {"meters", "能耗计量表"};
    case NeededDevice::gallery_sensor:
      return {"pipe gallery sensors", "管廊传感器组"};
    case NeededDevice::network_node:
      return {"network nodes", "网络设备"};
    case NeededDevice::vehicle:
      return {"guided vehicles", "自动导引车"};
    case NeededDevice::machine_vision:
      return {"cameras for machine vision", "机器视觉相机"};
    case NeededDevice::machine:
      return {"machines and robots", "机床与机器人"};
    case NeededDevice::sensor:
      return {"sensors", "传感器"};
    case NeededDevice::terminal:
      return {"handheld terminals", "手持终端"};
    case NeededDevice::none:
      break;
  }
  return {"devices", "设备"};
}

Text word_of(NeededGround ground) {
  switch (ground) {
    case NeededGround::roads:
      return {"public roads", "公共道路"};
    case NeededGround::public_ground:
      return {"public ground", "公共区域"};
    case NeededGround::premises:
      return {"the premises", "厂区"};
    case NeededGround::none:
      break;
  }
  return {"ground", "地面"};
}

void append(Text& text, const Text& more) {
  text.en += more.en;
  text.zh += more.zh;
}

std::string percent(double share) { return shown(100.0 * share); }

Text devices_words(const needs::NeedOutcome& outcome, const ScenarioNeed& need) {
  const Text device = word_of(need.device);
  if (!(outcome.all > 0.0)) return {"no " + device.en + " on record", "未登记" + device.zh};
  Text text = {fmt::format("{}: {} of {} work ({} %, {} % needed)", device.en, shown(outcome.working), shown(outcome.all),
                           percent(outcome.found_share), percent(need.share)),
               fmt::format("{}：{}台中{}台达标（{}%，要求{}%）", device.zh, shown(outcome.all), shown(outcome.working),
                           percent(outcome.found_share), percent(need.share))};
  if (need.count > 1 && outcome.working < need.count)
    append(text, {fmt::format(", at least {} needed", need.count), fmt::format("，至少{}台", need.count)});
  if (outcome.lost > 0.0) {
    append(text, {fmt::format("; {} lose samples, down to {} % delivered ({} % needed)", shown(outcome.lost),
                              percent(outcome.least_delivered_share), percent(need.delivered_share)),
                  fmt::format("；{}台丢失样本，最低送达{}%（要求{}%）", shown(outcome.lost), percent(outcome.least_delivered_share),
                              percent(need.delivered_share))});
  }
  if (outcome.late > 0.0) {
    append(
        text,
        {fmt::format("; {} late, up to {} ms ({} ms allowed)", shown(outcome.late), shown(outcome.most_latency_ms), shown(need.latency_ms)),
         fmt::format("；{}台超时，最长{}毫秒（允许{}毫秒）", shown(outcome.late), shown(outcome.most_latency_ms), shown(need.latency_ms))});
  }
  if (outcome.slow > 0.0) {
    append(text, {fmt::format("; {} too slow, down to {} Mbit/s ({} Mbit/s needed)", shown(outcome.slow), shown(outcome.least_rate_mbps),
                              shown(need.rate_up.value())),
                  fmt::format("；{}台速率不足，最低{}Mbit/s（要求{}Mbit/s）", shown(outcome.slow), shown(outcome.least_rate_mbps),
                              shown(need.rate_up.value()))});
  }
  return text;
}

Text ground_words(const needs::NeedOutcome& outcome, const ScenarioNeed& need) {
  const Text ground = word_of(need.ground);
  if (!(outcome.all > 0.0)) return {"no " + ground.en + " on the radio map", "无线覆盖图中没有" + ground.zh};
  return {fmt::format("5G serves {} % of {} with {} Mbit/s up and {} Mbit/s down ({} % needed)", percent(outcome.found_share), ground.en,
                      shown(need.rate_up.value()), shown(need.rate_down.value()), percent(need.share)),
          fmt::format("5G在{}%的{}达到上行{}Mbit/s、下行{}Mbit/s（要求{}%）", percent(outcome.found_share), ground.zh,
                      shown(need.rate_up.value()), shown(need.rate_down.value()), percent(need.share))};
}

Text shared_service_words(const needs::NeedOutcome& outcome, const SharedService& service) {
  const Text name = label(service);
  if (outcome.met) return {"shared service " + name.en + " in use", "共享服务" + name.zh + "在用"};
  if (!service.deployed) return {"shared service " + name.en + " is not in operation", "共享服务" + name.zh + "未投运"};
  return {"does not use shared service " + name.en, "未使用共享服务" + name.zh};
}

Text room_words(const needs::NeedOutcome& outcome, const ScenarioNeed& need, const Text& centre) {
  return {fmt::format("{} has {} virtual cores and {} TB left ({} and {} needed)", centre.en, shown(outcome.free_virtual_cores),
                      shown(outcome.free_storage_tb), shown(need.virtual_cores), shown(need.storage_tb)),
          fmt::format("{}剩余虚拟核{}个、存储{} TB（要求{}个、{} TB）", centre.zh, shown(outcome.free_virtual_cores),
                      shown(outcome.free_storage_tb), shown(need.virtual_cores), shown(need.storage_tb))};
}

}  // namespace

Text word_of(ScenarioKind kind) {
  switch (kind) {
    case ScenarioKind::network_management:
      return {"network management", "网络管理"};
    case ScenarioKind::logistics:
      return {"logistics", "物流"};
    case ScenarioKind::security:
      return {"security", "安防"};
    case ScenarioKind::environment:
      return {"environment", "环境监测"};
    case ScenarioKind::pipe_gallery:
      return {"pipe gallery", "管廊"};
    case ScenarioKind::energy:
      return {"energy", "能源"};
    case ScenarioKind::other:
      return {"other", "其他"};
  }
  return {"unknown", "未知"};
}

Text word_of(FactoryScenarioKind kind) {
  switch (kind) {
    case FactoryScenarioKind::cooperative_design:
      return {"cooperative design", "协同研发"};
    case FactoryScenarioKind::remote_operation:
      return {"remote operation", "远程操控"};
    case FactoryScenarioKind::flexible_production:
      return {"flexible production", "柔性制造"};
    case FactoryScenarioKind::visual_inspection:
      return {"visual inspection", "视觉质检"};
    case FactoryScenarioKind::fault_diagnosis:
      return {"fault diagnosis", "故障诊断"};
    case FactoryScenarioKind::plant_logistics:
      return {"plant logistics", "厂区物流"};
    case FactoryScenarioKind::unmanned_patrol:
      return {"unmanned patrol", "无人巡检"};
    case FactoryScenarioKind::other:
      return {"other", "其他"};
  }
  return {"unknown", "未知"};
}

Text word_of(NewMode mode) {
  switch (mode) {
    case NewMode::platform_design:
      return {"design on platforms", "平台化设计"};
    case NewMode::smart_manufacturing:
      return {"smart manufacturing", "智能化制造"};
    case NewMode::networked_cooperation:
      return {"networked cooperation", "网络化协同"};
    case NewMode::personal_customisation:
      return {"personal customisation", "个性化定制"};
    case NewMode::extended_services:
      return {"extended services", "服务化延伸"};
    case NewMode::digital_management:
      return {"digital management", "数字化管理"};
  }
  return {"unknown", "未知"};
}

Text label_of(const needs::ScenarioOutcome& outcome, const Park& park) {
  if (outcome.scenario.valid()) return label((*park.networked_scenarios)[outcome.scenario]);
  const bool of_factory = outcome.factory_scenario.valid();
  const Id<Enterprise> enterprise =
      of_factory ? (*park.factory_scenarios)[outcome.factory_scenario].enterprise : (*park.new_modes)[outcome.new_mode].enterprise;
  const Text what =
      of_factory ? label((*park.factory_scenarios)[outcome.factory_scenario]) : word_of((*park.new_modes)[outcome.new_mode].mode);
  const Text whose = label((*park.enterprises)[enterprise]);
  return {what.en + " at " + whose.en, whose.zh + what.zh};
}

Text words_of(const needs::NeedOutcome& outcome, const Park& park) {
  const ScenarioNeed& need = (*park.scenario_needs)[outcome.need];
  switch (need.kind) {
    case NeedKind::devices:
      return devices_words(outcome, need);
    case NeedKind::ground:
      return ground_words(outcome, need);
    case NeedKind::network_service: {
      const Text name = label((*park.network_services)[need.network_service]);
      return {"network service " + name.en + (outcome.met ? " is reachable" : " is not reachable"),
              "网络服务" + name.zh + (outcome.met ? "可达" : "不可达")};
    }
    case NeedKind::shared_service:
      return shared_service_words(outcome, (*park.shared_services)[need.shared_service]);
    case NeedKind::access:
      return {fmt::format("access works {} % of the time ({} % needed)", percent(outcome.found_share), percent(need.share)),
              fmt::format("接入可用率{}%（要求{}%）", percent(outcome.found_share), percent(need.share))};
    case NeedKind::data_centre:
      return room_words(outcome, need, label((*park.data_centres)[need.data_centre]));
  }
  return {};
}

Text reason_of(const needs::ScenarioOutcome& outcome, const needs::Result& result, const Park& park) {
  switch (outcome.state) {
    case needs::ScenarioState::works:
      return {};
    case needs::ScenarioState::not_deployed:
      return {"not deployed", "未部署"};
    case needs::ScenarioState::no_needs:
      return {"declares nothing that it needs", "未登记所需条件"};
    case needs::ScenarioState::not_improved: {
      const NewModeUse& use = (*park.new_modes)[outcome.new_mode];
      const Text figure = {use.figure.empty() ? use.figure_zh : use.figure, use.figure_zh.empty() ? use.figure : use.figure_zh};
      return {fmt::format("{} has not improved: {} before, {} since", figure.en, shown(use.before), shown(use.since)),
              fmt::format("{}未改善：之前{}，现在{}", figure.zh, shown(use.before), shown(use.since))};
    }
    case needs::ScenarioState::needs_missed:
      break;
  }
  Text text;
  for (const auto& need : result.needs) {
    const ScenarioNeed& record = (*park.scenario_needs)[need.need];
    const bool its = outcome.scenario.valid()           ? record.scenario == outcome.scenario
                     : outcome.factory_scenario.valid() ? record.factory_scenario == outcome.factory_scenario
                                                        : record.new_mode == outcome.new_mode;
    if (!its || need.met) continue;
    if (!text.empty()) append(text, {"; ", "；"});
    append(text, words_of(need, park));
  }
  return text;
}

}  // namespace parktwin::criteria
