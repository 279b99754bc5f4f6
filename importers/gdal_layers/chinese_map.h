#pragma once
// The shifted coordinates of Chinese web maps: GCJ-02 (offset from WGS 84 by a published sum of sines) and BD-09 (a further offset of Baidu
// maps). Neither has an EPSG code. The shift applies inside China's border only; here the border of the mainland with Hainan is a coarse
// polygon, right to some ten kilometres (about one at Shenzhen), with Hong Kong, Macao and Taiwan outside.
// The formulas are those in common public use; the offset they give is a few hundred metres, the way back is iterated to 1e-10 degrees.
#include <optional>
#include <string>

#include "engine/core/geometry.h"

namespace parktwin::importers {

enum class ChineseMap { none, gcj02, bd09 };

/// "GCJ-02" and "BD-09"; none for other texts.
[[nodiscard]] std::optional<ChineseMap> chinese_map_of(const std::string& crs);
[[nodiscard]] std::string name_of_map(ChineseMap map);

/// Points are (longitude, latitude) in degrees. Outside the border they do not move.
[[nodiscard]] bool inside_china(Point wgs84);
[[nodiscard]] Point from_wgs84(ChineseMap map, Point wgs84);
[[nodiscard]] Point to_wgs84(ChineseMap map, Point shifted);

}  // namespace parktwin::importers
