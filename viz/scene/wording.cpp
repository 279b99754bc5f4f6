#include "viz/scene/wording.h"

#include <array>

namespace parktwin::viz {

Phrase phrase_of(Layer layer) {
  switch (layer) {
    case Layer::none:
      return {"Buildings and land use", "建筑与用地"};
    case Layer::rsrp:
      return {"5G signal strength (SS-RSRP)", "5G 信号强度 (SS-RSRP)"};
    case Layer::sinr:
      return {"5G signal quality (SS-SINR)", "5G 信号质量 (SS-SINR)"};
    case Layer::best_server:
      return {"Best 5G server", "5G 最佳服务小区"};
    case Layer::unserved:
      return {"Network service of public areas", "公共区域网络覆盖"};
    case Layer::rsrq:
      return {"5G signal quality (SS-RSRQ)", "5G 信号质量 (SS-RSRQ)"};
    case Layer::throughput_down:
      return {"5G downlink rate of one device", "5G 单用户下行速率"};
  }
  return {};
}

Phrase phrase_of(ZoneKind kind) {
  switch (kind) {
    case ZoneKind::road:
      return {"Road", "道路"};
    case ZoneKind::square:
      return {"Square", "广场"};
    case ZoneKind::green:
      return {"Green", "绿地"};
    case ZoneKind::car_park:
      return {"Car park", "停车场"};
    case ZoneKind::water:
      return {"Water", "水面"};
  }
  return {};
}

Phrase phrase_of(BuildingUse use) {
  switch (use) {
    case BuildingUse::factory:
      return {"Factory", "厂房"};
    case BuildingUse::warehouse:
      return {"Warehouse", "仓库"};
    case BuildingUse::office:
      return {"Office", "办公"};
    case BuildingUse::research:
      return {"Research", "研发"};
    case BuildingUse::data_centre:
      return {"Data centre", "数据中心"};
    case BuildingUse::residential:
      return {"Residential", "居住"};
    case BuildingUse::public_service:
      return {"Public service", "公共服务"};
    case BuildingUse::utility:
      return {"Utility", "市政设施"};
    case BuildingUse::parking:
      return {"Parking", "停车楼"};
    case BuildingUse::tank:
      return {"Tank", "储罐"};
    case BuildingUse::other:
      return {"Other", "其他"};
  }
  return {};
}

std::optional<Phrase> quarter_phrase(std::string_view land_use) {
  struct Quarter {
    std::string_view land_use;
    Phrase phrase;
  };
  constexpr std::array<Quarter, 7> quarters{{{"office", {"Headquarters quarter", "总部区"}},
                                             {"research", {"Research quarter", "研发区"}},
                                             {"industry", {"Manufacturing quarter", "制造区"}},
                                             {"process_industry", {"Process industry quarter", "流程工业区"}},
                                             {"logistics", {"Logistics quarter", "物流区"}},
                                             {"residential", {"Talent apartments", "人才公寓"}},
                                             {"utility", {"Utility island", "公用工程岛"}}}};
  for (const Quarter& quarter : quarters) {
    if (quarter.land_use == land_use) return quarter.phrase;
  }
  return std::nullopt;
}

std::string name_in(Language language, const std::string& name_en, const std::string& name_zh) {
  const std::string& wanted = language == Language::zh ? name_zh : name_en;
  return wanted.empty() ? (language == Language::zh ? name_en : name_zh) : wanted;
}

}  // namespace parktwin::viz
