#pragma once
// What the park is and where: name, coordinate reference system, local origin, boundary. All geometry of a park is in metres east and
// north of the origin, in the axes of a metric CRS.
#include <string>

#include "engine/core/describe.h"
#include "engine/core/geometry.h"
#include "engine/core/units.h"

namespace parktwin {

struct Site {
  std::string name;
  std::string name_zh;
  std::string crs;      ///< metric projected CRS as PROJ understands it: "EPSG:4549"
  std::string crs_wkt;  ///< the same as well-known text, filled by importers so that stored maps say where they lie
  Metres origin_easting;
  Metres origin_northing;
  Degrees origin_longitude;  ///< WGS 84, of the origin
  Degrees origin_latitude;
  MultiPolygon boundary;
  std::string data_date;  ///< ISO 8601 date the inventory stands for
  std::string operator_name;
  std::string note;
};

template <class Visitor, DescribedAs<Site> Self>
void describe(Visitor&& visit, Self& site) {
  visit(Field{.name = "name", .unit = "", .meaning = "name of the park in English", .required = true}, site.name);
  visit(Field{"name_zh", "", "name of the park in Chinese"}, site.name_zh);
  visit(Field{.name = "crs", .unit = "", .meaning = "metric projected coordinate reference system, e.g. EPSG:4549", .required = true},
        site.crs);
  visit(Field{"crs_wkt", "", "the same as well-known text; filled on import"}, site.crs_wkt);
  visit(Field{"origin_easting_m", "m", "easting of the local origin in the CRS"}, site.origin_easting);
  visit(Field{"origin_northing_m", "m", "northing of the local origin in the CRS"}, site.origin_northing);
  visit(Field{"origin_longitude_deg", "degree", "WGS 84 longitude of the local origin", -180, 180}, site.origin_longitude);
  visit(Field{"origin_latitude_deg", "degree", "WGS 84 latitude of the local origin", -90, 90}, site.origin_latitude);
  visit(Field{.name = "boundary", .unit = "", .meaning = "area that counts as the park", .required = true}, site.boundary);
  visit(Field{"data_date", "", "date the inventory stands for, YYYY-MM-DD"}, site.data_date);
  visit(Field{"operator_name", "", "organisation that runs the park network"}, site.operator_name);
  visit(Field{"note", "", "remark"}, site.note);
}

}  // namespace parktwin
