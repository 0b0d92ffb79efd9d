// In the page by Babel in the browser: no module.
var BANNER = 'Banner: spring';

class LegacyBanner extends React.Component {
  render() {
    return (
      <div className="banner" title="Don't miss it">
        <button onClick={function () { rtp('send', 'event', { value: BANNER }); }}>Show me</button>
        <button onClick={this.props.onClose}>No thanks</button>
      </div>
    );
  }
}

ReactDOM.render(<LegacyBanner onClose={() => rtp('send', 'event', { value: 'Banner: closed' })} />, document.body);
