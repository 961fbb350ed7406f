// The map of incidents: Natural Earth's countries below, incidents above, nothing from any network. A place that is known
// exactly is a dot, and dots that lie close are one circle with their number, gathered by the server; a district or a province is an area.
import { Map as Chart, NavigationControl, Popup, setWorkerUrl } from "maplibre-gl";
import { feature, mesh } from "topojson-client";

const box = document.getElementById("map");
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const ink = dark
  ? { sea: "#101a20", land: "#222b30", border: "#3c484f", dot: "#74c3de", bad: "#f5a9b4", text: "#14181b", name: "#a3acb2" }
  : { sea: "#e4edf1", land: "#fbfaf6", border: "#c9c4b6", dot: "#0b5a75", bad: "#8f1d33", text: "#ffffff", name: "#5b646b" };

// Radius in kilometres of what is known no better than to a district, a province, and so on.
const reach = { district: 12, province: 50, region: 120, country: 200 };

const collection = (features) => ({ type: "FeatureCollection", features });

// around returns a circle on the globe as a polygon.
function around(lon, lat, km) {
  const ring = [];
  for (let i = 0; i <= 48; i++) {
    const a = (i / 48) * 2 * Math.PI;
    ring.push([lon + (km / 111.32 / Math.cos((lat * Math.PI) / 180)) * Math.cos(a), lat + (km / 110.57) * Math.sin(a)]);
  }
  return { type: "Polygon", coordinates: [ring] };
}

// split parts what the server gathered into dots and areas.
function split(points) {
  const dots = [], areas = [];
  for (const p of points) {
    const wide = reach[p.precision];
    const geometry = wide ? around(p.lon, p.lat, wide) : { type: "Point", coordinates: [p.lon, p.lat] };
    (wide ? areas : dots).push({ type: "Feature", geometry, properties: { ...p, box: p.box.join(",") } });
  }
  return { dots: collection(dots), areas: collection(areas.sort((a, b) => reach[b.properties.precision] - reach[a.properties.precision])) };
}

// named returns each country's name at the middle of its largest part.
function named(countries) {
  return countries.features.map(({ geometry, properties }) => {
    const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const boxes = parts.map(([ring]) => ring.reduce(([w, s, e, n], [x, y]) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)], [180, 90, -180, -90]));
    const [w, s, e, n] = boxes.reduce((a, b) => ((b[2] - b[0]) * (b[3] - b[1]) > (a[2] - a[0]) * (a[3] - a[1]) ? b : a));
    return { type: "Feature", geometry: { type: "Point", coordinates: [(w + e) / 2, (s + n) / 2] }, properties };
  });
}

// parted cuts lines where they would run around the globe, from one side of the date line to the other.
function parted({ coordinates }) {
  const lines = [];
  for (const line of coordinates) {
    let begun = 0;
    for (let i = 1; i <= line.length; i++) {
      if (i < line.length && Math.abs(line[i][0] - line[i - 1][0]) < 180) continue;
      if (i - begun > 1) lines.push(line.slice(begun, i));
      begun = i;
    }
  }
  return { type: "MultiLineString", coordinates: lines };
}

function style(world, { dots, areas }) {
  const countries = feature(world, world.objects.countries);
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: countries },
      names: { type: "geojson", data: collection(named(countries)) },
      borders: { type: "geojson", data: parted(mesh(world, world.objects.countries)) },
      areas: { type: "geojson", data: areas },
      dots: { type: "geojson", data: dots },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": ink.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": ink.land } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": ink.border, "line-width": 1 } },
      { id: "names", type: "symbol", source: "names", maxzoom: 8, layout: { "text-field": ["get", "name"], "text-size": 12 }, paint: { "text-color": ink.name, "text-halo-color": ink.land, "text-halo-width": 1 } },
      { id: "areas", type: "fill", source: "areas", paint: { "fill-color": ink.dot, "fill-opacity": 0.12 } },
      { id: "edges", type: "line", source: "areas", paint: { "line-color": ink.dot, "line-dasharray": [3, 2], "line-opacity": 0.7 } },
      { id: "dots", type: "circle", source: "dots", paint: {
        "circle-color": ["case", [">", ["*", 2, ["get", "against"]], ["get", "count"]], ink.bad, ink.dot], "circle-opacity": 0.9,
        "circle-stroke-color": ["case", [">", ["get", "against"], 0], ink.bad, ink.land], "circle-stroke-width": 1.5,
        "circle-radius": ["case", [">", ["get", "count"], 1], ["interpolate", ["linear"], ["log10", ["get", "count"]], 0, 11, 5, 40],
          ["interpolate", ["linear"], ["sqrt", ["get", "toll"]], 0, 5, 20, 16]] } },
      { id: "number", type: "symbol", source: "dots", filter: [">", ["get", "count"], 1], layout: {
        "text-field": ["to-string", ["get", "count"]], "text-size": 12, "text-allow-overlap": true }, paint: { "text-color": ink.text } },
    ],
  };
}

// link is a line of a popup; what it says is text, never markup.
function link(href, text) {
  const a = document.createElement("a");
  a.href = href;
  a.textContent = text;
  const line = document.createElement("li");
  line.append(a);
  return line;
}

// listed is the address of the list of incidents, narrowed as the map is and by more.
function listed(more) {
  const url = new URL(box.dataset.list, location.href);
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  return url;
}

const ask = (more) => {
  const url = new URL(box.dataset.points, location.href);
  for (const [name, value] of Object.entries(more)) if (name !== "bounds" || !url.searchParams.get(name)) url.searchParams.set(name, value);
  return url;
};
const fetched = (url, signal) => fetch(url, { signal }).then((r) => r.json());

// cellAt is the size in degrees of the cells that the server gathers incidents into: about 50 pixels at a zoom.
const cellAt = (zoom) => Math.min((360 * 50) / (512 * 2 ** zoom), 90);

// within is the part of the globe that the map shows, as the filter takes it.
function within(chart) {
  const b = chart.getBounds();
  return [Math.max(b.getWest(), -180), Math.max(b.getSouth(), -90), Math.min(b.getEast(), 180), Math.min(b.getNorth(), 90)].map((x) => x.toFixed(3)).join(",");
}

// told shows the incidents of a dot: each by name where they are few, else the way to their list.
async function told(p) {
  const list = document.createElement("ul");
  if (p.count === 1) list.append(link("/incidents/" + encodeURIComponent(p.id), `${p.title} · ${p.place} · ${p.when}`));
  else {
    const [west, south, east, north] = p.box.split(",").map(Number), bounds = [west - 0.001, south - 0.001, east + 0.001, north + 0.001].map((x) => x.toFixed(4)).join(",");
    if (p.count <= 12) for (const one of await fetched(ask({ bounds, cell: 0 }))) list.append(link("/incidents/" + encodeURIComponent(one.id), `${one.title} · ${one.when}`));
    list.append(link(listed({ bounds }), `${p.place || "…"} (${p.count})`));
  }
  return list;
}

// open shows what a dot stands for, or goes nearer while that parts it.
async function open(chart, { features: [{ geometry, properties }] }) {
  const [west, south, east, north] = properties.box.split(",").map(Number);
  if (properties.count > 1 && (east - west > 0.001 || north - south > 0.001) && chart.getZoom() < 16) {
    return chart.fitBounds([west, south, east, north], { padding: 80, maxZoom: 16 });
  }
  new Popup().setLngLat(geometry.coordinates).setDOMContent(await told(properties)).addTo(chart);
}

// follow gathers incidents anew for the part of the map that is shown.
async function follow(chart) {
  follow.last?.abort();
  follow.last = new AbortController();
  const { dots, areas } = split(await fetched(ask({ bounds: within(chart), cell: cellAt(chart.getZoom()) }), follow.last.signal));
  chart.getSource("dots").setData(dots);
  chart.getSource("areas").setData(areas);
  const here = document.getElementById("within");
  if (!here) return;
  here.href = listed({ bounds: within(chart) });
  here.hidden = false;
}

async function draw() {
  const [world, points] = await Promise.all([fetched(box.dataset.world), fetched(ask({ cell: 2 }))]);
  if (points.length === 0) return;
  setWorkerUrl(new URL(box.dataset.worker, location.href).href);
  const bounds = points.reduce(([w, s, e, n], { box }) => [Math.min(w, box[0]), Math.min(s, box[1]), Math.max(e, box[2]), Math.max(n, box[3])], [180, 90, -180, -90]);
  for (const e of [box, document.getElementById("maplegend")]) e?.removeAttribute("hidden");
  const chart = new Chart({ container: box, style: style(world, split(points)), bounds, fitBoundsOptions: { padding: 60, maxZoom: 6 },
    attributionControl: { compact: false, customAttribution: "Natural Earth" }, dragRotate: false, pitchWithRotate: false });
  chart.addControl(new NavigationControl({ showCompass: false }));
  chart.on("click", "dots", (event) => open(chart, event));
  chart.on("click", "areas", (event) => {
    if (chart.queryRenderedFeatures(event.point, { layers: ["dots"] }).length) return;
    const list = document.createElement("ul");
    for (const { properties: p } of event.features) list.append(link(p.id ? "/incidents/" + encodeURIComponent(p.id) : listed({ place: p.place }), `${p.place} (${p.count})`));
    new Popup().setLngLat(event.lngLat).setDOMContent(list).addTo(chart);
  });
  chart.on("moveend", () => follow(chart).catch(() => {})); // one that a later one overtook
  chart.once("load", async () => {
    await follow(chart);
    chart.once("idle", () => { box.dataset.drawn = "yes"; });
  });
}

draw();
