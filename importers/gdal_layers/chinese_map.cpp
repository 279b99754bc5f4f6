#include "importers/gdal_layers/chinese_map.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parktwin::importers {
namespace {

constexpr double pi = std::numbers::pi;
constexpr double semi_major_m = 6378245.0;                       // Krassowsky 1940
constexpr double eccentricity_squared = 0.00669342162296594323;  // Krassowsky 1940
constexpr double baidu_pi = pi * 3000.0 / 180.0;

/// Mainland coast and land border, counter-clockwise from the mouth of the Beilun.
const Polygon& mainland() {
  static const Polygon border{
      {{108.0, 21.5},    {109.0, 21.3},   {109.6, 20.9},    {109.6, 20.2},    {110.6, 20.1},   {110.7, 21.0},  {112.3, 21.4},
       {113.2, 21.8},    {113.52, 22.1},  {113.535, 22.2},  {113.6, 22.25},   {113.85, 22.38}, {113.9, 22.44}, {113.97, 22.495},
       {114.05, 22.502}, {114.11, 22.53}, {114.17, 22.555}, {114.235, 22.55}, {114.3, 22.565}, {114.6, 22.4},  {115.5, 22.5},
       {116.6, 22.8},    {117.4, 23.4},   {118.25, 24.3},   {118.7, 24.45},   {119.6, 25.1},   {120.1, 26.2},  {121.0, 27.0},
       {122.2, 28.5},    {122.8, 30.0},   {122.5, 31.6},    {121.2, 33.3},    {120.0, 34.9},   {121.0, 36.0},  {122.8, 36.8},
       {122.9, 37.6},    {121.0, 38.2},   {121.5, 38.6},    {123.0, 39.3},    {124.3, 39.85},  {125.2, 40.65}, {126.8, 41.65},
       {128.0, 41.9},    {128.2, 42.0},   {129.5, 42.4},    {130.5, 42.5},    {131.2, 43.5},   {131.3, 44.8},  {133.0, 45.0},
       {134.8, 48.3},    {131.0, 47.8},   {130.8, 48.9},    {127.6, 50.0},    {126.0, 52.8},   {123.6, 53.55}, {120.2, 53.2},
       {120.0, 52.3},    {117.8, 49.6},   {116.7, 49.85},   {115.6, 48.1},    {115.9, 47.7},   {118.3, 48.0},  {119.8, 46.8},
       {116.3, 46.3},    {113.7, 44.8},   {111.8, 45.0},    {111.9, 43.7},    {109.5, 42.45},  {105.2, 41.65}, {101.5, 42.5},
       {96.4, 42.75},    {95.3, 44.2},    {91.0, 45.2},     {90.9, 46.9},     {88.0, 48.6},    {87.8, 49.15},  {86.8, 49.1},
       {85.5, 48.3},     {85.6, 47.1},    {83.0, 47.2},     {82.3, 45.4},     {79.9, 44.9},    {80.3, 43.2},   {80.2, 42.1},
       {76.9, 41.0},     {73.7, 39.7},    {74.8, 38.4},     {75.1, 37.3},     {76.0, 36.5},    {77.9, 35.5},   {79.0, 34.2},
       {78.8, 32.6},     {79.4, 31.0},    {81.3, 30.1},     {84.0, 28.9},     {86.0, 27.95},   {88.1, 27.85},  {88.9, 27.3},
       {89.7, 28.2},     {92.0, 27.8},    {94.0, 29.0},     {97.0, 28.3},     {98.6, 27.6},    {98.7, 25.9},   {97.6, 24.6},
       {97.6, 23.9},     {98.8, 23.2},    {99.5, 22.9},     {99.2, 22.1},     {100.2, 21.5},   {101.1, 21.6},  {101.8, 21.15},
       {101.7, 22.4},    {103.0, 22.5},   {104.0, 22.55},   {105.3, 23.35},   {106.7, 22.9},   {106.7, 22.0},  {107.4, 21.6}},
      {}};
  return border;
}

const Polygon& hainan() {
  static const Polygon island{
      {{108.5, 19.2}, {108.6, 18.4}, {109.5, 18.05}, {110.6, 18.6}, {111.1, 19.7}, {110.7, 20.2}, {109.6, 20.15}, {108.9, 19.7}}, {}};
  return island;
}

/// The offsets in longitude and latitude as lengths on a plane, from the place relative to 105° E, 35° N.
Point sines(double x, double y) {
  const auto common = (20.0 * std::sin(6.0 * x * pi) + 20.0 * std::sin(2.0 * x * pi)) * 2.0 / 3.0;
  const double root = std::sqrt(std::abs(x));
  const double north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + common +
                       (20.0 * std::sin(y * pi) + 40.0 * std::sin(y / 3.0 * pi)) * 2.0 / 3.0 +
                       (160.0 * std::sin(y / 12.0 * pi) + 320.0 * std::sin(y * pi / 30.0)) * 2.0 / 3.0;
  const double east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + common +
                      (20.0 * std::sin(x * pi) + 40.0 * std::sin(x / 3.0 * pi)) * 2.0 / 3.0 +
                      (150.0 * std::sin(x / 12.0 * pi) + 300.0 * std::sin(x / 30.0 * pi)) * 2.0 / 3.0;
  return {east, north};
}

Point shifted(Point place) {
  const Point lengths = sines(place.x - 105.0, place.y - 35.0);
  const double latitude = place.y / 180.0 * pi;
  const double w_squared = 1.0 - eccentricity_squared * std::sin(latitude) * std::sin(latitude);
  const double meridian_radius = semi_major_m * (1.0 - eccentricity_squared) / (w_squared * std::sqrt(w_squared));
  const double normal_radius = semi_major_m / std::sqrt(w_squared);
  return {place.x + lengths.x * 180.0 / (normal_radius * std::cos(latitude) * pi), place.y + lengths.y * 180.0 / (meridian_radius * pi)};
}

Point baidu_of(Point p) {
  const double radius = std::hypot(p.x, p.y) + 0.00002 * std::sin(p.y * baidu_pi);
  const double angle = std::atan2(p.y, p.x) + 0.000003 * std::cos(p.x * baidu_pi);
  return {radius * std::cos(angle) + 0.0065, radius * std::sin(angle) + 0.006};
}

Point moved(ChineseMap map, Point p) {
  if (map == ChineseMap::none) return p;
  const Point gcj = shifted(p);
  return map == ChineseMap::bd09 ? baidu_of(gcj) : gcj;
}

}  // namespace

std::optional<ChineseMap> chinese_map_of(const std::string& crs) {
  if (crs == "GCJ-02") return ChineseMap::gcj02;
  if (crs == "BD-09") return ChineseMap::bd09;
  return std::nullopt;
}

std::string name_of_map(ChineseMap map) { return map == ChineseMap::gcj02 ? "GCJ-02" : map == ChineseMap::bd09 ? "BD-09" : "WGS 84"; }

bool inside_china(Point wgs84) { return contains(mainland(), wgs84) || contains(hainan(), wgs84); }

Point from_wgs84(ChineseMap map, Point wgs84) { return inside_china(wgs84) ? moved(map, wgs84) : wgs84; }

Point to_wgs84(ChineseMap map, Point given) {
  if (map == ChineseMap::none || !std::isfinite(given.x) || !std::isfinite(given.y)) return given;
  Point guess = given;
  for (int round = 0; round < 30; ++round) {  // the offset varies by less than 1 % of a step, so each round gains two digits
    const Point there = moved(map, guess);
    const Point miss{given.x - there.x, given.y - there.y};
    guess = {guess.x + miss.x, guess.y + miss.y};
    if (std::max(std::abs(miss.x), std::abs(miss.y)) < 1e-11) break;
  }
  return inside_china(guess) ? guess : given;
}

}  // namespace parktwin::importers
