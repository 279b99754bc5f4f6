#include "engine/simulators/radio/reference/ray_scene.h"

#include <embree3/rtcore.h>

#include <algorithm>
#include <tuple>

namespace parktwin::radio::reference {
namespace {

constexpr std::size_t segments_per_batch = 1024;

RTCRay ray_along(const Segment& segment, Vector3 middle) {
  // One direction for both, so that rounding cannot tell them apart.
  const auto order = [](Vector3 v) { return std::tuple(v.x, v.y, v.z); };
  const bool swapped = order(segment.to) < order(segment.from);
  const Vector3 from = (swapped ? segment.to : segment.from) - middle;
  const Vector3 to = (swapped ? segment.from : segment.to) - middle;
  const Vector3 step = to - from;
  const double metres = length(step);
  RTCRay ray{};
  ray.org_x = static_cast<float>(from.x);
  ray.org_y = static_cast<float>(from.y);
  ray.org_z = static_cast<float>(from.z);
  ray.dir_x = static_cast<float>(step.x);
  ray.dir_y = static_cast<float>(step.y);
  ray.dir_z = static_cast<float>(step.z);
  ray.tnear = metres > 2.0 * end_gap_m ? static_cast<float>(end_gap_m / metres) : 0.5F;
  ray.tfar = 1.0F - ray.tnear;
  ray.mask = ~0U;
  return ray;
}

bool hit(const RTCRay& ray) { return ray.tfar < 0.0F; }

}  // namespace

struct RayScene::Embree {
  RTCDevice device = nullptr;
  RTCScene scene = nullptr;
  Vector3 middle;
  Embree() = default;
  Embree(const Embree&) = delete;
  Embree& operator=(const Embree&) = delete;
  ~Embree() {
    if (scene != nullptr) rtcReleaseScene(scene);
    if (device != nullptr) rtcReleaseDevice(device);
  }
};

RayScene::RayScene(const ParkMesh& mesh) : embree_(std::make_unique<Embree>()), extent_(extent_of(mesh)) {
  embree_->middle = {0.5 * (extent_.low.x + extent_.high.x), 0.5 * (extent_.low.y + extent_.high.y), 0.0};
  embree_->device = rtcNewDevice("isa=sse2");
  PARKTWIN_CHECK(embree_->device != nullptr, "Embree has no device");
  embree_->scene = rtcNewScene(embree_->device);
  rtcSetSceneFlags(embree_->scene, RTC_SCENE_FLAG_ROBUST);
  RTCGeometry geometry = rtcNewGeometry(embree_->device, RTC_GEOMETRY_TYPE_TRIANGLE);
  auto* positions = static_cast<float*>(
      rtcSetNewGeometryBuffer(geometry, RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3, 3 * sizeof(float), mesh.vertices.size()));
  auto* corners = static_cast<std::uint32_t*>(
      rtcSetNewGeometryBuffer(geometry, RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3, 3 * sizeof(std::uint32_t), mesh.triangles.size()));
  PARKTWIN_CHECK(positions != nullptr && corners != nullptr, "Embree has no memory for the park");
  for (const Vector3 vertex : mesh.vertices) {
    const Vector3 local = vertex - embree_->middle;
    for (const double value : {local.x, local.y, local.z}) *positions++ = static_cast<float>(value);
  }
  for (const auto& triangle : mesh.triangles) corners = std::copy(triangle.begin(), triangle.end(), corners);
  rtcCommitGeometry(geometry);
  rtcAttachGeometry(embree_->scene, geometry);
  rtcReleaseGeometry(geometry);
  rtcCommitScene(embree_->scene);
  PARKTWIN_CHECK(rtcGetDeviceError(embree_->device) == RTC_ERROR_NONE, "Embree could not build the scene");
}

RayScene::~RayScene() = default;
RayScene::RayScene(RayScene&&) noexcept = default;
RayScene& RayScene::operator=(RayScene&&) noexcept = default;

bool RayScene::occluded(const Segment& segment) const {
  RTCIntersectContext context;
  rtcInitIntersectContext(&context);
  RTCRay ray = ray_along(segment, embree_->middle);
  rtcOccluded1(embree_->scene, &context, &ray);
  return hit(ray);
}

std::vector<std::uint8_t> RayScene::occluded(std::span<const Segment> segments) const {
  RTCIntersectContext context;
  rtcInitIntersectContext(&context);
  std::vector<std::uint8_t> answers(segments.size());
  std::vector<RTCRay> rays;
  for (std::size_t begin = 0; begin < segments.size(); begin += segments_per_batch) {
    const std::size_t count = std::min(segments_per_batch, segments.size() - begin);
    rays.clear();
    for (std::size_t i = 0; i < count; ++i) rays.push_back(ray_along(segments[begin + i], embree_->middle));
    rtcOccluded1M(embree_->scene, &context, rays.data(), static_cast<unsigned>(count), sizeof(RTCRay));
    for (std::size_t i = 0; i < count; ++i) answers[begin + i] = hit(rays[i]) ? 1 : 0;
  }
  return answers;
}

}  // namespace parktwin::radio::reference
