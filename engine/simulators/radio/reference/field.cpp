#include "engine/simulators/radio/reference/field.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/simulators/radio/reference/edge_string.h"

namespace parktwin::radio::reference {
namespace {

using std::numbers::pi;

constexpr double speed_of_light = 299792458.0;  // m/s
constexpr double along_a_face_rad = 1e-6;
constexpr double touching = 1e-6;       // a ray that just grazes an edge is bent around it
constexpr double same_direction = 0.5;  // cosine: edges further apart than 60° count as across each other

struct Field {
  Complex x;
  Complex y;
  Complex z;
};

Complex part(const Field& field, Vector3 axis) { return field.x * axis.x + field.y * axis.y + field.z * axis.z; }
Field spread(Complex a, Vector3 axis, Complex b, Vector3 other) {
  return {a * axis.x + b * other.x, a * axis.y + b * other.y, a * axis.z + b * other.z};
}

// The vertical polarisation of a wave in this direction; north-south for waves straight up or down.
Vector3 vertical_across(Vector3 direction) {
  const Vector3 up{0.0, 0.0, 1.0};
  const Vector3 across = up - direction * direction.z;
  return dot(across, across) > 1e-20 ? unit(across) : Vector3{0.0, 1.0, 0.0};
}

Field reflected(const Field& field, Vector3 in, Vector3 out, Vector3 normal, Complex permittivity) {
  const double sine_of_grazing = std::clamp(-dot(in, normal), 0.0, 1.0);
  const Reflection coefficient = fresnel_reflection(permittivity, sine_of_grazing);
  Vector3 across = cross(in, normal);
  across =
      dot(across, across) > 1e-20 ? unit(across) : unit(cross(in, std::abs(in.x) < 0.9 ? Vector3{1.0, 0.0, 0.0} : Vector3{0.0, 1.0, 0.0}));
  return spread(coefficient.soft * part(field, across), across, coefficient.hard * part(field, cross(across, in)), cross(across, out));
}

struct Bend {
  Vector3 in;
  Vector3 out;
  double before_m;  // ray length from the transmitter
  double after_m;   // ray length to the receiver
};

WedgeRay wedge_ray(const Wedge& wedge, const Bend& bend, double wave_number) {
  WedgeRay ray;
  ray.exterior_angle_rad = wedge.exterior_angle_rad;
  // A hair inside a face counts as along it.
  const auto open = [&](double angle) {
    if (angle <= wedge.exterior_angle_rad) return angle;
    return angle - wedge.exterior_angle_rad < 2.0 * pi - angle ? wedge.exterior_angle_rad : 0.0;
  };
  ray.incidence_rad = open(wedge.angle_of(-bend.in));
  ray.departure_rad = open(wedge.angle_of(bend.out));
  ray.sine_of_skew = std::max(length(cross(bend.in, wedge.along)), 1e-6);
  ray.distance_m = bend.before_m * bend.after_m / (bend.before_m + bend.after_m) * ray.sine_of_skew * ray.sine_of_skew;
  ray.wave_number_per_m = wave_number;
  return ray;
}

Field diffracted(const Field& field, const Wedge& wedge, const Bend& bend, const WedgeRay& ray) {
  const bool along_zero = std::min(ray.incidence_rad, ray.departure_rad) < along_a_face_rad;
  const bool along_last = ray.exterior_angle_rad - std::max(ray.incidence_rad, ray.departure_rad) < along_a_face_rad;
  const Reflection zero = wedge.zero_absorbs || along_zero ? Reflection{} : zero_face_reflection(ray, wedge.zero_permittivity);
  const Reflection last = wedge.last_absorbs || along_last ? Reflection{} : last_face_reflection(ray, wedge.last_permittivity);
  const DiffractionCoefficient coefficient = diffraction_coefficient(ray, zero, last);
  const double spreading = std::sqrt((bend.before_m + bend.after_m) / (bend.before_m * bend.after_m));
  // Kouyoumjian & Pathak's ray-fixed axes: unit vectors along (beta) and across (phi) the planes through the edge.
  const double skew = 1.0 / ray.sine_of_skew;
  const Vector3 phi_in = cross(wedge.along, bend.in) * -skew;
  const Vector3 phi_out = cross(wedge.along, bend.out) * skew;
  const Vector3 beta_in = cross(phi_in, bend.in);
  const Vector3 beta_out = cross(phi_out, bend.out);
  return spread(-spreading * coefficient.soft * part(field, beta_in), beta_out, -spreading * coefficient.hard * part(field, phi_in),
                phi_out);
}

struct BentEdge {
  const Wedge* wedge;
  Bend bend;
  WedgeRay ray;
};

double bend_of(const WedgeRay& ray) {
  const double turn = std::abs(ray.departure_rad - ray.incidence_rad) - pi;
  return 2.0 * ray.sine_of_skew * std::sin(0.5 * turn);
}

// String over product of single edges, runs of edges in about the same direction.
Complex string_correction(const std::vector<BentEdge>& edges, double total_m, double wave_number) {
  Complex correction = 1.0;
  std::size_t begin = 0;
  while (begin < edges.size()) {
    std::size_t end = begin + 1;
    while (end < edges.size() && std::abs(dot(edges[end].wedge->along, edges[end - 1].wedge->along)) > same_direction) ++end;
    if (end - begin > 1) {
      std::vector<StringEdge> string;
      double before = 0.0;
      for (std::size_t i = begin; i < end; ++i) {
        const auto& edge = edges[i];
        const bool first = i == begin;
        const double side = first ? 1.0 : dot(edge.wedge->open_side(), edges[i - 1].wedge->open_side());
        const Vector3 turn = edge.bend.in - edge.bend.out;
        const double same = first ? 1.0 : dot(turn, edges[i - 1].bend.in - edges[i - 1].bend.out);
        const double bend = std::max(bend_of(edge.ray), 0.0);
        string.push_back({edge.bend.before_m - before, bend, (same != 0.0 ? same : side) < 0.0 ? -1.0 : 1.0});
        before = edge.bend.before_m;
        correction /= single_edge_factor(bend, edge.bend.before_m * edge.bend.after_m / total_m, wave_number);
      }
      correction *= edge_string_factor(string, total_m - before, wave_number);
    }
    begin = end;
  }
  return correction;
}

}  // namespace

double wavelength_m(Hertz frequency) { return speed_of_light / frequency.value(); }

Ray trace_field(const ParkMesh& mesh, const Ends& ends, const std::vector<Interaction>& way, Hertz frequency) {
  const double wavelength = wavelength_m(frequency);
  const double wave_number = 2.0 * pi / wavelength;
  Ray ray;
  ray.length_m = way_length(ends, way);
  Vector3 at = ends.transmitter;
  const auto target = [&](std::size_t i) { return i < way.size() ? way[i].point : ends.receiver; };
  Vector3 in = unit(target(0) - at);
  ray.departure = in;
  const Vector3 start = vertical_across(in);
  Field field{start.x, start.y, start.z};
  double travelled = 0.0;
  std::vector<BentEdge> edges;
  for (std::size_t i = 0; i < way.size(); ++i) {
    travelled += length(way[i].point - at);
    at = way[i].point;
    const Vector3 out = unit(target(i + 1) - at);
    if (way[i].touch == Touch::edge) {
      Wedge wedge = way[i].wedge;
      const auto roof_to = [&](std::size_t other) {
        return wedge.is_roof && other < way.size() && way[other].touch == Touch::edge && way[other].wedge.is_roof &&
               way[other].wedge.building == wedge.building;
      };
      if (roof_to(i + 1) || (i > 0 && roof_to(i - 1))) wedge.last_absorbs = true;
      const Bend bend{in, out, travelled, ray.length_m - travelled};
      const WedgeRay angles = wedge_ray(wedge, bend, wave_number);
      field = diffracted(field, wedge, bend, angles);
      edges.push_back({&way[i].wedge, bend, angles});
      ray.bends_only_around = ray.bends_only_around && bend_of(angles) > -touching;
    } else {
      const bool ground = way[i].touch == Touch::ground;
      const Complex permittivity = ground ? ground_permittivity(frequency) : wall_permittivity(mesh.walls[way[i].wall].material, frequency);
      field = reflected(field, in, out, way[i].normal, permittivity);
    }
    in = out;
  }
  ray.arrival = -in;
  // Phase by what remains of whole wavelengths, exact for long ways.
  const double waves = ray.length_m / wavelength;
  const Complex free = std::polar(1.0 / (2.0 * wave_number * ray.length_m), -2.0 * pi * (waves - std::floor(waves)));
  ray.gain = free * part(field, vertical_across(in));
  if (edges.size() > 1) ray.gain *= string_correction(edges, ray.length_m, wave_number);
  return ray;
}

}  // namespace parktwin::radio::reference
