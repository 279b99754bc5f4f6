#include "viz/window/wording.h"

#include <algorithm>
#include <array>

namespace parktwin::viz::window {
namespace {

struct Entry {
  std::string_view name;
  Phrase phrase;
};

constexpr auto kinds = std::to_array<Entry>({{"buildings", {"Building", "建筑"}},
                                             {"pipe_galleries", {"Pipe gallery", "管廊"}},
                                             {"masts", {"5G site", "5G 基站"}},
                                             {"solar", {"PV plant", "光伏设施"}},
                                             {"parcels", {"Parcel", "地块"}},
                                             {"trees", {"Tree", "树木"}},
                                             {"roads", {"Road", "道路"}},
                                             {"water", {"Water", "水面"}},
                                             {"green_zones", {"Green", "绿地"}},
                                             {"square_zones", {"Square", "广场"}},
                                             {"car_park_zones", {"Car park", "停车场"}},
                                             {"ducts", {"Duct", "管道"}},
                                             {"power_lines", {"Power line", "电力线路"}},
                                             {"network_nodes", {"Network device", "网络设备"}}});

constexpr auto fields = std::to_array<Entry>({{"use", {"Use", "用途"}},
                                              {"height_m", {"Height, m", "高度，米"}},
                                              {"floors", {"Floors", "层数"}},
                                              {"enterprise", {"Enterprise", "企业"}},
                                              {"parcel", {"Parcel", "地块"}},
                                              {"tenants", {"Tenants", "租户"}},
                                              {"cells", {"Cells", "小区"}},
                                              {"building", {"Building", "建筑"}},
                                              {"backhaul", {"Backhaul", "回传节点"}},
                                              {"operational", {"In service", "运行"}},
                                              {"inside", {"Indoors", "室内"}},
                                              {"kind", {"Kind", "类型"}},
                                              {"rated_power_kw", {"Rated power, kW", "额定功率，千瓦"}},
                                              {"tubes", {"Tubes", "管孔数"}},
                                              {"cables", {"Cables", "光缆"}},
                                              {"length_m", {"Length, m", "长度，米"}},
                                              {"availability", {"Availability", "可用度"}},
                                              {"land_use", {"Land use", "用地性质"}},
                                              {"bus", {"Bus", "母线"}},
                                              {"zone", {"Zone", "区域"}},
                                              {"from", {"From", "起点"}},
                                              {"to", {"To", "终点"}},
                                              {"ipv4_address", {"IPv4 address", "IPv4 地址"}},
                                              {"ipv6_address", {"IPv6 address", "IPv6 地址"}},
                                              {"ipv6_forwarding", {"Passes IPv6", "支持 IPv6 转发"}},
                                              {"service_radius_m", {"Served radius, m", "服务半径，米"}},
                                              {"mtbf_h", {"MTBF, h", "平均无故障时间，小时"}},
                                              {"mttr_h", {"MTTR, h", "平均修复时间，小时"}},
                                              {"rated_current_a", {"Rated current, A", "额定电流，安"}},
                                              {"crown_diameter_m", {"Crown, m", "冠幅，米"}},
                                              {"species", {"Species", "树种"}},
                                              {"material", {"Walls", "墙体材料"}},
                                              {"height_assumed", {"Height assumed", "高度为推定"}},
                                              {"clutter_density", {"Floor occupied", "设备占地率"}},
                                              {"clutter_height_m", {"Clutter height, m", "设备高度，米"}},
                                              {"clutter_size_m", {"Clutter size, m", "设备宽度，米"}},
                                              {"class", {"Class", "等级"}},
                                              {"width_m", {"Width, m", "宽度，米"}},
                                              {"year_built", {"Built in", "建成年份"}},
                                              {"note", {"Note", "备注"}},
                                              {"tilt_deg", {"Tilt, °", "倾角，度"}},
                                              {"azimuth_deg", {"Azimuth, °", "方位角，度"}},
                                              {"splitter_ratio", {"Split ratio", "分光比"}},
                                              {"public", {"Public", "公共区域"}}});

constexpr auto values = std::to_array<Entry>({{"metal", {"metal", "金属"}},
                                              {"concrete", {"concrete", "混凝土"}},
                                              {"brick", {"brick", "砖"}},
                                              {"standard_glass", {"standard glass", "普通玻璃"}},
                                              {"coated_glass", {"coated glass", "镀膜玻璃"}},
                                              {"motorway", {"motorway", "高速公路"}},
                                              {"arterial", {"arterial", "主干路"}},
                                              {"local", {"local", "支路"}},
                                              {"factory", {"factory", "厂房"}},
                                              {"warehouse", {"warehouse", "仓库"}},
                                              {"office", {"office", "办公"}},
                                              {"research", {"research", "研发"}},
                                              {"data_centre", {"data centre", "数据中心"}},
                                              {"residential", {"residential", "居住"}},
                                              {"public_service", {"public service", "公共服务"}},
                                              {"utility", {"utility", "市政设施"}},
                                              {"parking", {"parking", "停车楼"}},
                                              {"tank", {"tank", "储罐"}},
                                              {"industry", {"industry", "制造业"}},
                                              {"process_industry", {"process industry", "流程工业"}},
                                              {"logistics", {"logistics", "物流"}},
                                              {"road", {"road", "道路"}},
                                              {"square", {"square", "广场"}},
                                              {"green", {"green", "绿地"}},
                                              {"car_park", {"car park", "停车场"}},
                                              {"water", {"water", "水面"}},
                                              {"photovoltaic", {"photovoltaics", "光伏"}},
                                              {"wind", {"wind", "风电"}},
                                              {"core_router", {"core router", "核心路由器"}},
                                              {"aggregation_switch", {"aggregation switch", "汇聚交换机"}},
                                              {"access_switch", {"access switch", "接入交换机"}},
                                              {"tsn_switch", {"TSN switch", "TSN 交换机"}},
                                              {"optical_line_terminal", {"optical line terminal", "光线路终端"}},
                                              {"splitter", {"splitter", "分光器"}},
                                              {"optical_network_unit", {"optical network unit", "光网络单元"}},
                                              {"firewall", {"firewall", "防火墙"}},
                                              {"edge_server", {"edge server", "边缘服务器"}},
                                              {"server", {"server", "服务器"}},
                                              {"radio_unit", {"radio unit", "射频单元"}},
                                              {"wifi_access_point", {"Wi-Fi access point", "Wi-Fi 接入点"}},
                                              {"end_station", {"end station", "终端"}},
                                              {"fibre", {"fibre", "光纤"}},
                                              {"passive_optical", {"passive optical", "无源光网络"}},
                                              {"copper", {"copper", "铜缆"}},
                                              {"radio", {"radio", "无线"}},
                                              {"virtual_link", {"virtual link", "虚拟链路"}},
                                              {"other", {"other", "其他"}}});

template <std::size_t size>
const Phrase* found(const std::array<Entry, size>& entries, std::string_view name) {
  const auto entry = std::find_if(entries.begin(), entries.end(), [name](const Entry& candidate) { return candidate.name == name; });
  return entry == entries.end() ? nullptr : &entry->phrase;
}

void fill_next(std::string& text, const std::string& with) {
  const auto braces = text.find("{}");
  if (braces != std::string::npos) text.replace(braces, 2, with);
}

}  // namespace

std::string filled(const Phrase& phrase, Language language, const std::string& first, const std::string& second) {
  std::string text = phrase.in(language);
  const auto braces = text.find("{}");
  const auto after = braces == std::string::npos ? braces : text.find("{}", braces + 2);
  if (after != std::string::npos) text.replace(after, 2, second);  // the second first: the texts may hold braces themselves
  fill_next(text, first);
  return text;
}

Phrase phrase_of(criteria::Status status) {
  switch (status) {
    case criteria::Status::met:
      return {"met", "达到"};
    case criteria::Status::missed:
      return {"missed", "未达到"};
    case criteria::Status::not_assessed:
      return {"not assessed", "未评估"};
    case criteria::Status::declared:
      return {"declared", "已申报"};
  }
  return {};
}

Phrase kind_of(const std::string& mesh) {
  const Phrase* phrase = found(kinds, mesh);
  return phrase == nullptr ? word::place : *phrase;
}

std::string field_text(const std::string& field, Language language) {
  if (const Phrase* phrase = found(fields, field)) return phrase->in(language);
  std::string text = field;
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string value_text(const std::string& value, Language language) {
  const Phrase* phrase = found(values, value);
  return phrase == nullptr ? value : phrase->in(language);
}

}  // namespace parktwin::viz::window
