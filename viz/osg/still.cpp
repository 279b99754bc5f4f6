#include "viz/osg/still.h"

#include <osg/Notify>
#include <osgUtil/SceneView>

#include "engine/core/check.h"
#include "viz/osg/framebuffer.h"
#include "viz/osg/graphics_context.h"
#include "viz/osg/head_up.h"
#include "viz/osg/scene_nodes.h"

namespace parktwin::viz {
namespace {

/// OpenSceneGraph prints to stderr by itself; what matters comes back as exceptions.
class Silence : public osg::NotifyHandler {
 public:
  void notify(osg::NotifySeverity, const char*) override {}
};

}  // namespace

struct Still::Stage {
  Scene legends_and_labels;  ///< the scene without its meshes, for later views
  RenderOptions options;
  osg::ref_ptr<osg::GraphicsContext> context;
  std::unique_ptr<Framebuffer> framebuffer;
  osg::ref_ptr<osg::Group> root;
  osg::ref_ptr<osg::Node> head_up;
  osg::ref_ptr<osgUtil::SceneView> view;
  CameraView camera;
  bool head_up_shown = true;

  void aim();
  void lay_head_up();
};

void Still::Stage::aim() {
  const Canvas canvas(options.width, options.height);
  const PixelBox legends = legends_and_labels.legends.empty() ? PixelBox{} : legend_panel(canvas, legends_and_labels, options);
  camera = camera_view(legends_and_labels, options, margins_of(canvas, legends_and_labels, options), legends);
  lay_head_up();
}

void Still::Stage::lay_head_up() {
  Canvas canvas(options.width, options.height);
  if (head_up_shown) draw_head_up(canvas, legends_and_labels, options, camera);
  if (head_up.valid()) root->removeChild(head_up.get());
  head_up = canvas.node();
  root->addChild(head_up.get());
  view->setViewMatrix(camera.view);
  view->setProjectionMatrix(camera.projection);
}

Still::Still(const Scene& scene, const RenderOptions& options) : stage_(std::make_unique<Stage>()) {
  PARKTWIN_CHECK(options.width > 0 && options.height > 0, "a picture needs a size");
  osg::setNotifyHandler(new Silence);
  osg::setNotifyLevel(osg::FATAL);
  stage_->options = options;
  Scene& kept = stage_->legends_and_labels;
  kept.title = scene.title;
  kept.subtitle = scene.subtitle;
  kept.labels = scene.labels;
  kept.legends = scene.legends;
  kept.low = scene.low;
  kept.high = scene.high;
  for (const Mesh& mesh : scene.meshes) {
    if (mesh.name == "park_ground") kept.meshes.push_back(mesh);
  }
  stage_->context = make_graphics_context();
  const CurrentContext current(*stage_->context);
  osg::State& state = *stage_->context->getState();
  state.initializeExtensionProcs();
  stage_->framebuffer = std::make_unique<Framebuffer>(state, options.width, options.height, options.samples);
  stage_->context->setDefaultFboId(stage_->framebuffer->id());
  stage_->root = scene_nodes(scene);
  stage_->view = new osgUtil::SceneView;
  osgUtil::SceneView& view = *stage_->view;
  view.setDefaults(osgUtil::SceneView::NO_SCENEVIEW_LIGHT);
  view.setState(&state);
  view.getCamera()->setGraphicsContext(stage_->context.get());
  view.setViewport(0, 0, options.width, options.height);
  view.setClearColor({scene.background.red, scene.background.green, scene.background.blue, 1.0F});
  view.getCamera()->setClearMask(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
  view.setComputeNearFarMode(osg::CullSettings::DO_NOT_COMPUTE_NEAR_FAR);
  view.setSceneData(stage_->root.get());
  stage_->aim();
  view.init();
}

Still::~Still() {
  if (!stage_->context.valid()) return;
  // GL objects go while their context is current; the context itself closes with its last reference.
  stage_->context->makeCurrent();
  stage_->framebuffer.reset();
  if (stage_->view.valid()) {
    stage_->view->releaseAllGLObjects();
    stage_->view->setSceneData(nullptr);
  }
  stage_->head_up = nullptr;
  stage_->root = nullptr;
  stage_->view = nullptr;
  stage_->context->close(true);
}

void Still::look_from(View view) {
  stage_->options.view = view;
  stage_->aim();
}

void Still::look_through(const CameraView& camera) {
  stage_->camera = camera;
  stage_->lay_head_up();
}

void Still::look_at(const Pose& pose, double foot, PixelPoint middle) {
  look_through(camera_at(stage_->legends_and_labels, stage_->options, pose, foot, middle));
}

PixelPoint Still::free_middle() const {
  const RenderOptions& options = stage_->options;
  const Scene& scene = stage_->legends_and_labels;
  const double left = scene.legends.empty() ? 0.0 : legend_panel(Canvas(options.width, options.height), scene, options).right();
  return {(left + options.width) / 2.0, options.height * 0.515};
}

CameraView Still::camera() const { return stage_->camera; }

void Still::show_head_up(bool shown) {
  if (stage_->head_up_shown == shown) return;
  stage_->head_up_shown = shown;
  stage_->lay_head_up();
}

void Still::set_words(bool labels, const std::string& heading, const std::string& caption) {
  stage_->options.labels = labels;
  stage_->options.heading = heading;
  stage_->options.caption = caption;
  stage_->lay_head_up();
}

Picture Still::draw() {
  const CurrentContext current(*stage_->context);
  stage_->framebuffer->bind();
  stage_->view->update();
  stage_->view->cull();
  stage_->view->draw();
  return stage_->framebuffer->read();
}

}  // namespace parktwin::viz
