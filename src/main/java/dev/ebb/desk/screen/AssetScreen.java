package dev.ebb.desk.screen;

import dev.ebb.desk.page.Assets;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.zip.CRC32;

/** What pages load. */
final class AssetScreen implements Routes {

  @Override
  public void add(RoutesConfig routes, Services services) {
    routes.get("/assets/{name}", AssetScreen::asset);
  }

  private static void asset(Context request) {
    Assets.Asset asset = Assets.named(request.pathParam("name")).orElseThrow(NotFoundResponse::new);
    byte[] bytes = asset.bytes();
    CRC32 sum = new CRC32();
    sum.update(bytes);
    String tag = '"' + Long.toHexString(sum.getValue()) + '"';
    request.header("ETag", tag);
    request.header("Cache-Control", "public, max-age=" + (asset.isFont() ? 604_800 : 60));
    if (tag.equals(request.header("If-None-Match"))) {
      request.status(304);
    } else {
      request.contentType(asset.type()).result(bytes);
    }
  }
}
