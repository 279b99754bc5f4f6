#pragma once
// Every word in a picture, in both languages.
#include <optional>
#include <string>
#include <string_view>

#include "engine/park/building.h"
#include "engine/park/land.h"
#include "viz/scene/scene.h"

namespace parktwin::viz {

/// A phrase in English and Chinese.
struct Phrase {
  std::string_view en;
  std::string_view zh;
  [[nodiscard]] std::string in(Language language) const { return std::string(language == Language::zh ? zh : en); }
};

[[nodiscard]] Phrase phrase_of(Layer layer);
[[nodiscard]] Phrase phrase_of(ZoneKind kind);
[[nodiscard]] Phrase phrase_of(BuildingUse use);

/// Name of a quarter of parcels of one land use; none for uses that make no quarter.
[[nodiscard]] std::optional<Phrase> quarter_phrase(std::string_view land_use);

namespace phrase {
inline constexpr Phrase ground{"Ground", "用地"};
inline constexpr Phrase buildings{"Buildings", "建筑"};
inline constexpr Phrase equipment{"Equipment", "设施"};
inline constexpr Phrase no_facades{"façades left out", "未绘立面"};
inline constexpr Phrase parcel{"Parcel", "地块"};
inline constexpr Phrase boundary{"Park boundary", "园区边界"};
inline constexpr Phrase site_on{"5G site", "5G 基站"};
inline constexpr Phrase site_off{"5G site out of service", "停用的 5G 基站"};
inline constexpr Phrase duct{"Duct", "通信管道"};
inline constexpr Phrase power_cable{"Power cable", "电力电缆"};
inline constexpr Phrase network_device{"Network device", "网络设备"};
inline constexpr Phrase below_ground{"Below the ground", "地下视图"};
inline constexpr Phrase change{"change", "变化"};
inline constexpr Phrase difference{"Difference", "差值"};
inline constexpr Phrase solar{"Photovoltaics", "光伏"};
inline constexpr Phrase public_area{"Public areas", "公共区域"};
inline constexpr Phrase marked_areas{"Marked areas", "标记区域"};
inline constexpr Phrase served_by_radio{"Served by 5G", "5G 覆盖"};
inline constexpr Phrase served_by_wired{"Served by Wi-Fi or fibre", "无线局域网或光纤覆盖"};
inline constexpr Phrase unserved{"Unserved public area", "未覆盖的公共区域"};
inline constexpr Phrase no_signal{"No signal", "无信号"};
inline constexpr Phrase one_colour_per_cell{"One colour per radio cell", "每种颜色对应一个小区"};
inline constexpr Phrase resolution{"m grid", "米网格"};
inline constexpr Phrase inventory_of{"inventory of", "数据日期"};
}  // namespace phrase

/// The name in the wanted language, or in the other one when it has none.
[[nodiscard]] std::string name_in(Language language, const std::string& name_en, const std::string& name_zh);

}  // namespace parktwin::viz
