#pragma once
// The colours of ground, buildings and equipment. Under a map they step back to near white, so that the map's colours speak.
#include "engine/park/building.h"
#include "engine/park/land.h"
#include "viz/scene/colour_scale.h"

namespace parktwin::viz {

/// What is written and drawn over pictures.
namespace ink {
[[nodiscard]] inline Colour dark() { return rgb(0x1E2733); }
[[nodiscard]] inline Colour soft() { return rgb(0x55606E); }
[[nodiscard]] inline Colour pale() { return rgb(0x9AA4AE); }
[[nodiscard]] inline Colour hairline() { return rgb(0x9AA4AE, 0.55F); }
}  // namespace ink

class Palette {
 public:
  /// `muted`: a map lies over the ground.
  explicit Palette(bool muted) : muted_(muted) {}

  [[nodiscard]] bool muted() const { return muted_; }
  [[nodiscard]] Colour zone(ZoneKind kind) const;
  [[nodiscard]] Colour building(BuildingUse use) const;
  /// Of a zone whose surface lies under a map.
  [[nodiscard]] Colour outline(ZoneKind kind) const { return kind == ZoneKind::water ? rgb(0x1F5C99, 0.75F) : rgb(0xFFFFFF, 0.6F); }
  [[nodiscard]] Colour parcel() const;
  [[nodiscard]] Colour parcel_edge() const;
  [[nodiscard]] Colour park_ground() const;
  [[nodiscard]] Colour outer_ground() const;
  [[nodiscard]] Colour road_marking() const;
  [[nodiscard]] Colour tree() const;
  [[nodiscard]] Colour solar() const;
  [[nodiscard]] Colour mast() const { return rgb(0x1F2A3C); }
  [[nodiscard]] Colour antenna(bool operational) const { return operational ? rgb(0xFF6A13) : rgb(0x8B9099); }
  [[nodiscard]] Colour duct() const { return rgb(0x1D6FB8); }
  [[nodiscard]] Colour power_line(bool operational) const { return operational ? rgb(0xD58A1B) : rgb(0x8B9099); }
  [[nodiscard]] Colour network_node(bool operational) const { return operational ? rgb(0x167A5B) : rgb(0x8B9099); }
  [[nodiscard]] Colour boundary() const { return rgb(0x3A4658); }
  [[nodiscard]] Colour shadow() const { return rgb(0x1B2540, muted_ ? 0.22F : 0.27F); }
  [[nodiscard]] Colour background() const { return rgb(0xF3F5F7); }

 private:
  [[nodiscard]] Colour stepped_back(const Colour& colour, float share) const { return muted_ ? mix(colour, rgb(0xF4F4F1), share) : colour; }
  bool muted_;
};

}  // namespace parktwin::viz
