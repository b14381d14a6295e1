// The part of Grafana's schema that our dashboards use, without the latitude of the original: there a panel's
// options and queries are Record<string, unknown>, here each kind of panel has its own, and a misspelt key is an error.
import type * as schema from '@grafana/schema';
import type * as bargauge from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen.js';
import type * as piechart from '@grafana/schema/dist/esm/raw/composable/piechart/panelcfg/x/PieChartPanelCfg_types.gen.js';
import type * as stat from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen.js';
import type * as table from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen.js';
import type * as timeseries from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen.js';

/** JSON has no enums: their values as plain strings and numbers. */
type Json<T> = T extends string
  ? `${T}`
  : T extends number | boolean | null | undefined
    ? T
    : T extends (infer E)[]
      ? Json<E>[]
      : unknown extends T
        ? unknown
        : { [K in keyof T]: Json<T[K]> };

type Exactly<T, K extends keyof T> = Required<Pick<T, K>>;

interface Datasource {
  type: 'prometheus';
  uid: string;
}

/** A query as the Prometheus data source stores it; Grafana keeps this type outside its schema package. */
interface Target extends Exactly<schema.DataQuery, 'refId'> {
  datasource: Datasource;
  editorMode: 'code';
  expr: string;
  format: 'time_series' | 'table';
  legendFormat: string;
  instant: boolean;
  range: boolean;
  exemplar?: boolean;
}

type Defaults<Custom> = Exactly<schema.FieldConfig, 'unit'> &
  Json<Exactly<schema.FieldConfig, 'color' | 'thresholds' | 'mappings'>> &
  Pick<schema.FieldConfig, 'decimals' | 'min' | 'max' | 'noValue'> & { custom?: Json<Custom> };

interface Override<Custom> {
  matcher: { id: 'byName' | 'byRegexp'; options: string };
  properties: Property<Custom>[];
}

type Property<Custom> =
  | { [K in 'unit' | 'decimals' | 'thresholds' | 'mappings']: { id: K; value: Json<schema.FieldConfig[K]> } }[
      'unit' | 'decimals' | 'thresholds' | 'mappings']
  | { [K in keyof Custom & string]: { id: `custom.${K}`; value: Json<Custom[K]> } }[keyof Custom & string];

type Transformation =
  | { id: 'merge'; options: Record<never, never> }
  | {
      id: 'organize';
      options: {
        excludeByName: Record<string, boolean>;
        indexByName: Record<string, number>;
        renameByName: Record<string, string>;
      };
    };

interface Kind<Type extends string, Options, Custom> extends Exactly<schema.Panel, 'id' | 'title' | 'description'> {
  type: Type;
  datasource: Datasource;
  gridPos: schema.Panel['gridPos'];
  links?: schema.DashboardLink[];
  fieldConfig: { defaults: Defaults<Custom>; overrides: Override<Custom>[] };
  options: Json<Options>;
  targets: Target[];
  transformations?: Transformation[];
}

type Row = Pick<schema.RowPanel, 'id' | 'type' | 'collapsed' | 'gridPos'> & { title: string; panels: never[] };

type Panel =
  | Row
  | Kind<'timeseries', timeseries.Options, timeseries.FieldConfig>
  | Kind<'stat', stat.Options, Record<never, never>>
  | Kind<'bargauge', bargauge.Options, Record<never, never>>
  | Kind<'piechart', piechart.Options, piechart.FieldConfig>
  | Kind<'table', table.Options, table.FieldConfig>;

interface QueryVariable {
  type: 'query';
  datasource: Datasource;
  definition: string;
  query: { query: string; refId: string; qryType: number };
}

type Variable = Exactly<schema.VariableModel, 'name' | 'label' | 'description' | 'includeAll' | 'multi' | 'regex' | 'options'> &
  Pick<schema.VariableModel, 'allValue'> & {
    hide: `${schema.VariableHide}` extends `${infer N extends number}` ? N : never;
    refresh: `${schema.VariableRefresh}` extends `${infer N extends number}` ? N : never;
    sort?: `${schema.VariableSort}` extends `${infer N extends number}` ? N : never;
    current: Partial<schema.VariableOption>;
  } & (QueryVariable | { type: 'datasource'; query: 'prometheus' } | { type: 'textbox'; query: string });

interface Annotation extends Exactly<schema.AnnotationQuery, 'name' | 'enable' | 'hide' | 'iconColor'> {
  datasource: Datasource;
  expr: string;
  step: string;
  titleFormat: string;
  textFormat: string;
  tagKeys: string;
  useValueForTime: boolean;
}

/** A dashboard in the classic model, which provisioning reads. */
export interface Dashboard
  extends Exactly<
    schema.Dashboard,
    'uid' | 'title' | 'description' | 'tags' | 'schemaVersion' | 'editable' | 'timezone' | 'weekStart' | 'refresh' | 'time' | 'timepicker'
  > {
  graphTooltip: 0 | 1 | 2;
  annotations: { list: Annotation[] };
  links: schema.DashboardLink[];
  templating: { list: Variable[] };
  panels: Panel[];
}
