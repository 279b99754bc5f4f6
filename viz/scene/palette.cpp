#include "viz/scene/palette.h"

namespace parktwin::viz {

Colour Palette::zone(ZoneKind kind) const {
  switch (kind) {
    case ZoneKind::road:
      return stepped_back(rgb(0xBFC4CA), 0.35F);
    case ZoneKind::square:
      return stepped_back(rgb(0xE6CDB0), 0.5F);
    case ZoneKind::green:
      return stepped_back(rgb(0xBCD9A0), 0.45F);
    case ZoneKind::car_park:
      return stepped_back(rgb(0xCFCBD8), 0.45F);
    case ZoneKind::water:
      return stepped_back(rgb(0x9CC9E6), 0.2F);
  }
  return rgb(0xFFFFFF);
}

Colour Palette::building(BuildingUse use) const {
  const auto colour = [use] {
    switch (use) {
      case BuildingUse::factory:
        return rgb(0xE3B27C);
      case BuildingUse::warehouse:
        return rgb(0xC58C6C);
      case BuildingUse::office:
        return rgb(0x86AEDA);
      case BuildingUse::research:
        return rgb(0x9C9BDD);
      case BuildingUse::data_centre:
        return rgb(0x4F66B8);
      case BuildingUse::residential:
        return rgb(0xE9C8C2);
      case BuildingUse::public_service:
        return rgb(0xCE7FA4);
      case BuildingUse::utility:
        return rgb(0x98A6AD);
      case BuildingUse::parking:
        return rgb(0xB6B0C6);
      case BuildingUse::tank:
        return rgb(0xDCE4E6);
      case BuildingUse::other:
        return rgb(0xD8D2C5);
    }
    return rgb(0xFFFFFF);
  };
  return stepped_back(colour(), 0.78F);
}

Colour Palette::parcel() const { return stepped_back(rgb(0xF1EBDD), 0.4F); }
Colour Palette::parcel_edge() const { return stepped_back(rgb(0xD9D0BD), 0.3F); }
Colour Palette::park_ground() const { return stepped_back(rgb(0xE7EADF), 0.3F); }
Colour Palette::outer_ground() const { return rgb(0xECEFEE); }
Colour Palette::road_marking() const { return rgb(0xFDFDFB); }
Colour Palette::tree() const { return stepped_back(rgb(0x7FB069), 0.45F); }
Colour Palette::solar() const { return stepped_back(rgb(0x2F4B7C), 0.25F); }

}  // namespace parktwin::viz
