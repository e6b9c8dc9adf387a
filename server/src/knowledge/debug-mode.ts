/**
 * Environment variables that switch a framework to debugging, and what that gives away.
 * Sources: the documentation of Flask and Werkzeug ("Debugging Application Errors"), Laravel, Symfony, Rails, ASP.NET Core,
 * Node.js (`--inspect`) and the JDK (JDWP agent). Read 2026-11-21.
 */
export interface DebugSwitch {
  /** `Flask`, `Node.js` … */
  readonly product: string;
  /** What it does for whoever reaches the program; the end of a sentence. */
  readonly effect: string;
}

const CONSOLE = 'its error pages show the source and may hold a console';
const PAGES = 'its error pages show the source, the settings and their secrets';
const DEBUGGER = 'whoever reaches its debugger port runs code in it';

const SWITCHES: readonly (readonly [RegExp, RegExp, string, string])[] = [
  [/^FLASK_ENV$/, /^development$/i, 'Flask', CONSOLE],
  [/^FLASK_DEBUG$/, /^(?:1|true|yes|on|t|y)$/i, 'Flask', CONSOLE],
  [/^WERKZEUG_DEBUG_PIN$/, /^off$/i, 'Werkzeug', 'its console asks for no PIN'],
  [/^DJANGO_DEBUG$/, /^(?:1|true|yes|on)$/i, 'Django', PAGES],
  [/^APP_DEBUG$/, /^(?:1|true|yes|on)$/i, 'Laravel or Symfony', PAGES],
  [/^(?:RAILS|RACK)_ENV$/, /^development$/i, 'Rails', PAGES],
  [/^(?:ASPNETCORE|DOTNET)_ENVIRONMENT$/, /^development$/i, 'ASP.NET Core', PAGES],
  [/^NODE_OPTIONS$/, /(?:^|\s)--inspect(?:-brk|-wait)?(?:=|\s|$)/, 'Node.js', DEBUGGER],
  [
    /^(?:JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|JAVA_OPTS|CATALINA_OPTS)$/,
    /-(?:agentlib:|X(?:run|debug\s.*-Xrun))jdwp/,
    'Java',
    DEBUGGER,
  ],
];

/** What a variable of that name and value switches on; undefined for all others. */
export function lookupDebugSwitch(name: string, value: string): DebugSwitch | undefined {
  const found = SWITCHES.find(([names, values]) => names.test(name) && values.test(value.trim()));
  return found && { product: found[2], effect: found[3] };
}
