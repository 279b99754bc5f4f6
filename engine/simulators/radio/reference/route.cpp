#include "engine/simulators/radio/reference/route.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parktwin::radio::reference {
namespace {

constexpr double settled_m = 1e-7;
constexpr double ground_settled_m = 1e-6;
constexpr int most_rounds = 60;
constexpr int most_halvings = 20;
constexpr double furthest_m = 1e5;  // edges seen end on have no shortest way
constexpr double shortest_leg_m = 0.05;
constexpr double in_front_m = 1e-6;
constexpr double along_a_face_rad = 1e-7;

struct Plane {
  Vector3 point;
  Vector3 normal;
  [[nodiscard]] double height(Vector3 p) const { return dot(p - point, normal); }
  [[nodiscard]] Vector3 mirrored(Vector3 p) const { return p - normal * (2.0 * height(p)); }
};

Plane plane_of(const Interaction& interaction) { return {interaction.point, interaction.normal}; }

void set_plane(const ParkMesh& mesh, const Ends& ends, Interaction& interaction) {
  if (interaction.touch == Touch::wall) {
    const Wall& wall = mesh.walls[interaction.wall];
    interaction.point = at_height(wall.from, wall.foot_m);
    interaction.normal = at_height(wall.outward, 0.0);
  } else if (interaction.touch == Touch::ground) {
    // To begin with, the slope between the feet of both ends.
    const Point near = plan(ends.transmitter);
    const Point far = plan(ends.receiver);
    interaction.point = at_height(near, ground_elevation_m(mesh.terrain, near));
    const double run = distance(near, far);
    const double climb = run > 0.0 ? (ground_elevation_m(mesh.terrain, far) - interaction.point.z) / run : 0.0;
    interaction.normal = run > 0.0 ? unit({-climb * (far.x - near.x) / run, -climb * (far.y - near.y) / run, 1.0}) : Vector3{0.0, 0.0, 1.0};
  }
}

// Where the straight way from a mirror image to `target` crosses the mirror; both must lie on different sides.
bool crossing(const Plane& plane, Vector3 image, Vector3 target, Vector3& point) {
  const double behind = plane.height(image);
  const double front = plane.height(target);
  if (behind > -in_front_m || front < in_front_m) return false;
  point = image + (target - image) * (behind / (behind - front));
  return true;
}

struct Span {
  std::size_t first_edge;
  std::size_t past_edges;
};

Span edges_of(const std::vector<Interaction>& way) {
  const auto is_edge = [](const Interaction& i) { return i.touch == Touch::edge; };
  const auto first = std::find_if(way.begin(), way.end(), is_edge);
  const auto past = std::find_if_not(first, way.end(), is_edge);
  return {static_cast<std::size_t>(first - way.begin()), static_cast<std::size_t>(past - way.begin())};
}

double legs_length(const std::vector<Interaction>& way, const Span& span, Vector3 from, Vector3 to) {
  double sum = 0.0;
  Vector3 at = from;
  for (std::size_t i = span.first_edge; i < span.past_edges; ++i) {
    sum += length(way[i].point - at);
    at = way[i].point;
  }
  return sum + length(to - at);
}

// Newton's step along every edge: gradient eᵢ·(uᵢ − uᵢ₊₁), tridiagonal second derivatives with (1 − (eᵢ·u)²)/d on and
// −(eᵢ·eⱼ − (eᵢ·u)(eⱼ·u))/d beside the diagonal, for legs of direction u and length d.
std::vector<double> newton_steps(const std::vector<Interaction>& way, const Span& span, Vector3 from, Vector3 to) {
  const std::size_t count = span.past_edges - span.first_edge;
  const auto point = [&](std::size_t i) { return i == 0 ? from : (i > count ? to : way[span.first_edge + i - 1].point); };
  const auto along = [&](std::size_t i) { return way[span.first_edge + i].wedge.along; };
  std::vector<double> steps(count);
  std::vector<double> upper(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Vector3 in = point(i + 1) - point(i);
    const Vector3 out = point(i + 2) - point(i + 1);
    const double in_m = std::max(length(in), settled_m);
    const double out_m = std::max(length(out), settled_m);
    const double in_cosine = dot(along(i), in) / in_m;
    const double out_cosine = dot(along(i), out) / out_m;
    double diagonal = (1.0 - in_cosine * in_cosine) / in_m + (1.0 - out_cosine * out_cosine) / out_m;
    double right = out_cosine - in_cosine;
    if (i > 0) {
      const double lower = (in_cosine * dot(along(i - 1), in) / in_m - dot(along(i), along(i - 1))) / in_m;
      diagonal -= lower * upper[i - 1];
      right -= lower * steps[i - 1];
    }
    if (i + 1 < count) upper[i] = (out_cosine * dot(along(i + 1), out) / out_m - dot(along(i), along(i + 1))) / out_m / diagonal;
    steps[i] = right / diagonal;
  }
  for (std::size_t i = count - 1; i-- > 0;) steps[i] -= upper[i] * steps[i + 1];
  return steps;
}

// The shortest way over all edges between two points. The length is convex in the places along the edges, so there is one.
bool shorten(std::vector<Interaction>& way, const Span& span, Vector3 from, Vector3 to) {
  for (std::size_t i = span.first_edge; i < span.past_edges; ++i) {
    way[i].point = way[i].wedge.at(shortest_way_at(way[i].wedge, i == span.first_edge ? from : way[i - 1].point, to));
  }
  if (span.past_edges - span.first_edge < 2) return true;
  double best = legs_length(way, span, from, to);
  for (int round = 0; round < most_rounds; ++round) {
    const auto steps = newton_steps(way, span, from, to);
    const double largest =
        std::abs(*std::max_element(steps.begin(), steps.end(), [](double a, double b) { return std::abs(a) < std::abs(b); }));
    if (!(largest < furthest_m)) return false;
    auto moved = way;
    double share = 1.0;
    for (int halving = 0; halving < most_halvings; ++halving, share *= 0.5) {
      for (std::size_t i = 0; i < steps.size(); ++i) {
        moved[span.first_edge + i].point = way[span.first_edge + i].point + way[span.first_edge + i].wedge.along * (share * steps[i]);
      }
      if (legs_length(moved, span, from, to) <= best || largest < settled_m) break;
    }
    way = moved;
    best = legs_length(way, span, from, to);
    if (largest < settled_m) return true;
  }
  return false;
}

bool inside(const ParkMesh& mesh, const Interaction& interaction) {
  if (interaction.touch == Touch::ground) return true;
  if (interaction.touch == Touch::edge) {
    const double along = dot(interaction.point - interaction.wedge.origin, interaction.wedge.along);
    return along >= interaction.wedge.begin_m && along <= interaction.wedge.end_m;
  }
  const Wall& wall = mesh.walls[interaction.wall];
  const double along =
      ((interaction.point.x - wall.from.x) * (wall.to.x - wall.from.x) + (interaction.point.y - wall.from.y) * (wall.to.y - wall.from.y)) /
      wall.length_m;
  return along >= 0.0 && along <= wall.length_m && interaction.point.z >= wall.foot_m && interaction.point.z <= wall.roof_m;
}

// Points for the planes as they stand.
bool place_once(const Ends& ends, std::vector<Interaction>& way) {
  const Span span = edges_of(way);
  std::vector<Plane> planes;
  planes.reserve(way.size());
  for (const auto& interaction : way) planes.push_back(plane_of(interaction));
  std::vector<Vector3> images(way.size() + 1);  // before interaction i, as mirrored by all reflections before it
  images[0] = ends.transmitter;
  for (std::size_t i = 0; i < span.first_edge; ++i) images[i + 1] = planes[i].mirrored(images[i]);
  const bool bends = span.first_edge < way.size();
  Vector3 target = ends.receiver;
  std::vector<Vector3> later(way.size() + 1);  // the receiver as mirrored by all reflections from i on
  later[way.size()] = ends.receiver;
  for (std::size_t i = way.size(); i-- > span.past_edges;) later[i] = planes[i].mirrored(later[i + 1]);
  if (bends) {
    if (!shorten(way, span, images[span.first_edge], later[span.past_edges])) return false;
    target = way[span.first_edge].point;
    Vector3 from = way[span.past_edges - 1].point;
    for (std::size_t i = span.past_edges; i < way.size(); ++i) {
      if (!crossing(planes[i], later[i], from, way[i].point)) return false;
      from = way[i].point;
    }
  }
  for (std::size_t i = span.first_edge; i-- > 0;) {
    if (!crossing(planes[i], images[i + 1], target, way[i].point)) return false;
    target = way[i].point;
  }
  return true;
}

// Do two edges end in one place? The wave there is a corner's, not two edges' one after the other.
bool meet(const Interaction& a, const Interaction& b) {
  if (a.touch != Touch::edge || b.touch != Touch::edge) return false;
  for (const double one : {a.wedge.begin_m, a.wedge.end_m}) {
    for (const double other : {b.wedge.begin_m, b.wedge.end_m}) {
      if (length(a.wedge.at(one) - b.wedge.at(other)) < shortest_leg_m) return true;
    }
  }
  return false;
}

// The wave must leave one surface or edge before it meets the next.
bool apart(const std::vector<Interaction>& way) {
  for (std::size_t i = 1; i < way.size(); ++i) {
    if (length(way[i].point - way[i - 1].point) < shortest_leg_m) return false;
  }
  return true;
}

// Does a direction from the edge lead into the wedge? Along a face is outside.
bool leads_inside(const Wedge& wedge, Vector3 direction) {
  const double angle = wedge.angle_of(direction);
  return angle > wedge.exterior_angle_rad + along_a_face_rad && angle < 2.0 * std::numbers::pi - along_a_face_rad;
}

// Every reflection must have both neighbours in front of it, every edge in its open side.
bool fronts(const Ends& ends, const std::vector<Interaction>& way) {
  for (std::size_t i = 0; i < way.size(); ++i) {
    const Vector3 before = i == 0 ? ends.transmitter : way[i - 1].point;
    const Vector3 after = i + 1 == way.size() ? ends.receiver : way[i + 1].point;
    if (way[i].touch == Touch::edge) {
      if (leads_inside(way[i].wedge, before - way[i].point) || leads_inside(way[i].wedge, after - way[i].point)) return false;
      continue;
    }
    const Plane plane = plane_of(way[i]);
    if (plane.height(before) < in_front_m || plane.height(after) < in_front_m) return false;
  }
  return true;
}

}  // namespace

bool place_points(const ParkMesh& mesh, const Ends& ends, std::vector<Interaction>& way) {
  for (std::size_t i = 1; i < way.size(); ++i) {
    if (meet(way[i - 1], way[i])) return false;
  }
  for (auto& interaction : way) set_plane(mesh, ends, interaction);
  const auto ground = std::find_if(way.begin(), way.end(), [](const Interaction& i) { return i.touch == Touch::ground; });
  const auto holds = [&] {
    return fronts(ends, way) && apart(way) && std::all_of(way.begin(), way.end(), [&](const Interaction& i) { return inside(mesh, i); });
  };
  if (ground == way.end() || mesh.terrain.elevation_m.empty()) return place_once(ends, way) && holds();
  Vector3 last = ground->point;
  constexpr int most_planes = 40;
  for (int round = 0; round < most_planes; ++round) {
    if (!place_once(ends, way)) return false;
    const Vector3 here = at_height(plan(ground->point), ground_elevation_m(mesh.terrain, plan(ground->point)));
    if (round > 0 && length(here - last) < ground_settled_m) return holds();
    for (auto& interaction : way) {
      if (interaction.touch == Touch::wall) set_plane(mesh, ends, interaction);
    }
    last = here;
    ground->point = here;
    ground->normal = ground_normal(mesh.terrain, plan(here));
  }
  return false;
}

double way_length(const Ends& ends, const std::vector<Interaction>& way) {
  double sum = 0.0;
  Vector3 from = ends.transmitter;
  for (const auto& interaction : way) {
    sum += length(interaction.point - from);
    from = interaction.point;
  }
  return sum + length(ends.receiver - from);
}

}  // namespace parktwin::radio::reference
